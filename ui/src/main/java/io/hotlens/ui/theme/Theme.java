package io.hotlens.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import io.hotlens.ui.text.Messages;

import javafx.application.ColorScheme;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The looks of the window.
public enum Theme {
    LIGHT,
    DARK,
    HIGH_CONTRAST;

    public static Theme of(ColorScheme scheme) {
        return scheme == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// The theme of a [#word()]; empty for any other.
    public static Optional<Theme> named(String word) {
        return Stream.of(values()).filter(theme -> theme.word().equals(word)).findFirst();
    }

    /// As it is kept in a file.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return switch (this) {
            case LIGHT -> Messages.text("theme.light");
            case DARK -> Messages.text("theme.dark");
            case HIGH_CONTRAST -> Messages.text("theme.high_contrast");
        };
    }

    /// The one that the button in the sidebar leads to.
    public Theme next() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> HIGH_CONTRAST;
            case HIGH_CONTRAST -> LIGHT;
        };
    }

    /// The file of colours that it changes, beside those of the controls; empty for none.
    String colours() {
        return switch (this) {
            case LIGHT -> "light.css";
            case DARK -> "";
            case HIGH_CONTRAST -> "high-contrast.css";
        };
    }

    /// The style sheet of the controls.
    String controls() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK, HIGH_CONTRAST -> new PrimerDark().getUserAgentStylesheet();
        };
    }
}
