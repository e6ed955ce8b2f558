/// The words of the window. Receives keys and values; hands on sentences in the user's language.
@NullMarked
package io.hotlens.ui.text;

import org.jspecify.annotations.NullMarked;
