/// Tests of the window: text.
@NullMarked
package io.hotlens.ui.text;

import org.jspecify.annotations.NullMarked;
