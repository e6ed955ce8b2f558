/// The screen of earlier investigations. Receives what was kept; hands on reports.
@NullMarked
package io.hotlens.ui.history;

import org.jspecify.annotations.NullMarked;
