/// The screen of what left for models. Receives requests as they leave; hands on their exact text.
@NullMarked
package io.hotlens.ui.sent;

import org.jspecify.annotations.NullMarked;
