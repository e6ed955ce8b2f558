/// Tests of the window: history.
@NullMarked
package io.hotlens.ui.history;

import org.jspecify.annotations.NullMarked;
