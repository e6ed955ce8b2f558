package io.hotlens.app.model;

import java.util.Locale;

/// What a model is asked for; each part may be played by a different one.
public enum ModelRole {
    OPERATOR,
    COORDINATOR,
    /// Shortens conversations that outgrow their model.
    SUMMARY,
    /// Answers the user's questions after an investigation.
    CHAT;

    /// The name in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
