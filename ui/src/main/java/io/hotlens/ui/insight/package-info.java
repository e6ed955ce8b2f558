/// The screen of conclusions. Receives insights; hands on the correlation graph.
@NullMarked
package io.hotlens.ui.insight;

import org.jspecify.annotations.NullMarked;
