/// Operators sent out and their findings correlated. Receives a reason; hands on insights and
/// coordinator events.
@NullMarked
package io.hotlens.app.coordinator;

import org.jspecify.annotations.NullMarked;
