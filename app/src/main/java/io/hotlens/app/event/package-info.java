/// One stream for screens, command line and telemetry. Receives the events of every producer; hands
/// on [io.hotlens.app.event.AppEvent].
@NullMarked
package io.hotlens.app.event;

import org.jspecify.annotations.NullMarked;
