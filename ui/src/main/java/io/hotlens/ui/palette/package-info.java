/// Finds and does everything by its name. Receives what can be done and what was found; hands on
/// the choice.
@NullMarked
package io.hotlens.ui.palette;

import org.jspecify.annotations.NullMarked;
