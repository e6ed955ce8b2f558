/// Tests of the window.
@NullMarked
package io.hotlens.ui;

import org.jspecify.annotations.NullMarked;
