package io.hotlens.ui.model;

import io.hotlens.ui.text.Messages;

/// What an event is about.
public enum EventKind {
    CONNECTION,
    INVESTIGATION,
    COORDINATOR,
    OPERATOR,
    QUESTION,
    MONITOR,
    NOTIFICATION,
    CALL,
    /// Steps between the steps: attempts to reach a model, answers of tools, what was read.
    INNER;

    public String title() {
        return switch (this) {
            case CONNECTION -> Messages.text("events.connection");
            case INVESTIGATION -> Messages.text("events.investigation");
            case COORDINATOR -> Messages.text("events.coordinator");
            case OPERATOR -> Messages.text("events.operator");
            case QUESTION -> Messages.text("events.question");
            case MONITOR -> Messages.text("events.monitor");
            case NOTIFICATION -> Messages.text("events.notification");
            case CALL -> Messages.text("events.call");
            case INNER -> Messages.text("events.inner");
        };
    }
}
