/// Nodes used by several screens. Receives values; hands on nodes that follow the theme.
@NullMarked
package io.hotlens.ui.control;

import org.jspecify.annotations.NullMarked;
