/// Tests of news outside the window.
@NullMarked
package io.hotlens.ui.desktop;

import org.jspecify.annotations.NullMarked;
