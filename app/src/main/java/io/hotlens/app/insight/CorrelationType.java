package io.hotlens.app.insight;

import java.util.Locale;

/// How the notifications of an insight hang together.
public enum CorrelationType {
    /// Close in time, possibly related.
    TEMPORAL,
    /// One caused the others.
    CAUSAL,
    /// All share a hidden cause.
    SYMPTOMATIC;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
