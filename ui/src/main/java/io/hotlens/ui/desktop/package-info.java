/// News outside the window. Receives a title and a text; hands them to the operating system's own
/// notifications.
@NullMarked
package io.hotlens.ui.desktop;

import org.jspecify.annotations.NullMarked;
