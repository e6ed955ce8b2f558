/// Tests of the window: monitor.
@NullMarked
package io.hotlens.ui.monitor;

import org.jspecify.annotations.NullMarked;
