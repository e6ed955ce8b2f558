/// What follows from what the monitor notices: investigations that begin by themselves, alerts for
/// the inbox, and baselines kept from one connection to the next.
@NullMarked
package io.hotlens.app.monitor;

import org.jspecify.annotations.NullMarked;
