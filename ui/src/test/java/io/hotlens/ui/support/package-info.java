/// Tests of the window: support.
@NullMarked
package io.hotlens.ui.support;

import org.jspecify.annotations.NullMarked;
