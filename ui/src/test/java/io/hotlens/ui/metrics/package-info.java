/// Tests of the window: monitor.
@NullMarked
package io.hotlens.ui.metrics;

import org.jspecify.annotations.NullMarked;
