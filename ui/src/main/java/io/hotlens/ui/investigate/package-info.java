/// The screen of a running investigation. Receives steps and insights; hands on their words.
@NullMarked
package io.hotlens.ui.investigate;

import org.jspecify.annotations.NullMarked;
