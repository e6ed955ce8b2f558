/// The frame around the screens. Receives open targets; hands on navigation.
@NullMarked
package io.hotlens.ui.shell;

import org.jspecify.annotations.NullMarked;
