/// Tests of the window: console.
@NullMarked
package io.hotlens.ui.console;

import org.jspecify.annotations.NullMarked;
