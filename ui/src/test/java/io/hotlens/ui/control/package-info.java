/// Tests of the window: control.
@NullMarked
package io.hotlens.ui.control;

import org.jspecify.annotations.NullMarked;
