package io.hotlens.app.operator;

import java.util.Locale;

/// An operator's verdict on its skill's area.
public enum HealthState {
    HEALTHY,
    OBSERVING,
    WARNING,
    CRITICAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
