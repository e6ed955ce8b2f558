package io.hotlens.app.model;

import java.util.Locale;

/// What a model is asked for; each may be played by another one.
public enum ModelRole {
    OPERATOR,
    COORDINATOR,
    /// Shortens long conversations.
    SUMMARY,
    /// Answers questions after an investigation.
    CHAT;

    /// The name in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
