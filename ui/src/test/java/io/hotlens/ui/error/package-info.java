/// Tests of the window: error.
@NullMarked
package io.hotlens.ui.error;

import org.jspecify.annotations.NullMarked;
