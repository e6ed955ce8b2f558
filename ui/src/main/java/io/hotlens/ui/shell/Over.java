package io.hotlens.ui.shell;

/// What lies over the window.
public enum Over {
    NOTHING,
    PALETTE,
    KEYBOARD
}
