/// The screen for Lua. Receives code; hands on results as trees.
@NullMarked
package io.hotlens.ui.console;

import org.jspecify.annotations.NullMarked;
