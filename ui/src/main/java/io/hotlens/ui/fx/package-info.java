/// The one way to the JavaFX thread. Receives work and events from any thread; hands them on in
/// batches.
@NullMarked
package io.hotlens.ui.fx;

import org.jspecify.annotations.NullMarked;
