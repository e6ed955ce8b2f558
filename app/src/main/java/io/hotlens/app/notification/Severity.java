package io.hotlens.app.notification;

import java.util.Locale;

/// How bad a finding is; independent of the operator's health state.
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
