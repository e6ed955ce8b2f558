/// Tests of the window: overview.
@NullMarked
package io.hotlens.ui.overview;

import org.jspecify.annotations.NullMarked;
