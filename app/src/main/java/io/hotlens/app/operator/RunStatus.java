package io.hotlens.app.operator;

import java.util.Locale;

/// Where a run of an operator stands.
public enum RunStatus {
    NEW,
    QUEUED,
    RUNNING,
    ENDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
