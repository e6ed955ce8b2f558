/// Tests of the window: insight.
@NullMarked
package io.hotlens.ui.insight;

import org.jspecify.annotations.NullMarked;
