/// The screen of the monitor: what is normal of the target and what left it. Receives what the
/// ticker reads; starts nothing.
@NullMarked
package io.hotlens.ui.monitor;

import org.jspecify.annotations.NullMarked;
