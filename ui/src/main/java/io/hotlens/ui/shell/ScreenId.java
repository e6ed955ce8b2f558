package io.hotlens.ui.shell;

import io.hotlens.ui.text.Messages;

/// The screens of a target, in the order of their tabs.
public enum ScreenId {
    OVERVIEW,
    INVESTIGATE,
    INBOX,
    INSIGHTS,
    THREADS,
    CONSOLE,
    MONITOR,
    METRICS,
    SENT,
    TIMELINE;

    public String title() {
        return switch (this) {
            case OVERVIEW -> Messages.text("screen.overview");
            case INVESTIGATE -> Messages.text("screen.investigate");
            case INBOX -> Messages.text("screen.inbox");
            case INSIGHTS -> Messages.text("screen.insights");
            case THREADS -> Messages.text("screen.threads");
            case CONSOLE -> Messages.text("screen.console");
            case MONITOR -> Messages.text("screen.monitor");
            case METRICS -> Messages.text("screen.metrics");
            case SENT -> Messages.text("screen.sent");
            case TIMELINE -> Messages.text("screen.timeline");
        };
    }
}
