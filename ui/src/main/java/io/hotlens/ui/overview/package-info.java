/// The first screen of a target. Receives vitals and operators; hands on one sentence, charts and
/// cards.
@NullMarked
package io.hotlens.ui.overview;

import org.jspecify.annotations.NullMarked;
