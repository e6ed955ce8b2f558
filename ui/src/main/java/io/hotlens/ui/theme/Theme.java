package io.hotlens.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;

/// The looks of the window.
public enum Theme {
    LIGHT,
    DARK;

    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    /// The style sheet of the controls.
    String controls() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }
}
