package io.hotlens.app.model;

import java.util.Locale;

/// What a model is asked for; both may be played by different ones.
public enum ModelRole {
    OPERATOR,
    COORDINATOR;

    /// The name in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
