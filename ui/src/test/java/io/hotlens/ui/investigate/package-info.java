/// Tests of the window: investigate.
@NullMarked
package io.hotlens.ui.investigate;

import org.jspecify.annotations.NullMarked;
