/// Tests of the window: theme.
@NullMarked
package io.hotlens.ui.theme;

import org.jspecify.annotations.NullMarked;
