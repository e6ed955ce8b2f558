/// Tests of the window: sent.
@NullMarked
package io.hotlens.ui.sent;

import org.jspecify.annotations.NullMarked;
