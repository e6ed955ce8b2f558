/// The border to the engine. Receives addresses and requests; hands on connected targets.
@NullMarked
package io.hotlens.ui.engine;

import org.jspecify.annotations.NullMarked;
