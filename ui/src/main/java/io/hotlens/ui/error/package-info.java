/// What went wrong, for people. Receives exceptions; hands on a sentence with folded details.
@NullMarked
package io.hotlens.ui.error;

import org.jspecify.annotations.NullMarked;
