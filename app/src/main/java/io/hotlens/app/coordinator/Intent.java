package io.hotlens.app.coordinator;

import java.util.Locale;

/// What a user wants to know.
public enum Intent {
    /// The cause of something that is wrong.
    DIAGNOSE,
    /// Whether something is wrong.
    CHECK,
    /// A fact about the JVM.
    QUESTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
