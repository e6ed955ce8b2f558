/// What went wrong, for people. Receives exceptions, also those that nobody has caught; hands on
/// sentences with folded details, and the window that tells of our own mistakes.
@NullMarked
package io.hotlens.ui.error;

import org.jspecify.annotations.NullMarked;
