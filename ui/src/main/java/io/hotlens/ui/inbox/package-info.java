/// The screen of notifications. Receives notifications; hands on changes of their status.
@NullMarked
package io.hotlens.ui.inbox;

import org.jspecify.annotations.NullMarked;
