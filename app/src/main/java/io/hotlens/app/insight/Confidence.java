package io.hotlens.app.insight;

import java.util.Locale;

/// How sure an insight is; computed, never claimed.
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
