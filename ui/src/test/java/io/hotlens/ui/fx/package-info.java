/// Tests of the window: fx.
@NullMarked
package io.hotlens.ui.fx;

import org.jspecify.annotations.NullMarked;
