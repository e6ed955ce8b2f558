/// How the window looks. Receives the user's or the system's choice; hands on style sheets and
/// fonts.
@NullMarked
package io.hotlens.ui.theme;

import org.jspecify.annotations.NullMarked;
