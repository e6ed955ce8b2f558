/// Tests of the window: inbox.
@NullMarked
package io.hotlens.ui.palette;

import org.jspecify.annotations.NullMarked;
