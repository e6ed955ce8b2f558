/// Tests of the window: connect.
@NullMarked
package io.hotlens.ui.connect;

import org.jspecify.annotations.NullMarked;
