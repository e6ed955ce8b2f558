/// Tests of the window: timeline.
@NullMarked
package io.hotlens.ui.timeline;

import org.jspecify.annotations.NullMarked;
