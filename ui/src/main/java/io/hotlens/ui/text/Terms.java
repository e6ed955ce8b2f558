package io.hotlens.ui.text;

import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.operator.HealthState;
import io.hotlens.app.trace.Outcome;

/// The engine's own words in the language of the window.
public final class Terms {

    private Terms() {}

    public static String of(Severity severity) {
        return switch (severity) {
            case INFO -> Messages.text("mark.info");
            case WARNING -> Messages.text("mark.warning");
            case CRITICAL -> Messages.text("mark.critical");
        };
    }

    public static String of(HealthState state) {
        return switch (state) {
            case HEALTHY -> Messages.text("mark.healthy");
            case OBSERVING -> Messages.text("mark.observing");
            case WARNING -> Messages.text("mark.warning");
            case CRITICAL -> Messages.text("mark.critical");
        };
    }

    public static String of(NotificationStatus status) {
        return switch (status) {
            case UNREAD -> Messages.text("term.unread");
            case ACKNOWLEDGED -> Messages.text("term.acknowledged");
            case RESOLVED -> Messages.text("term.resolved");
        };
    }

    public static String of(Confidence confidence) {
        return switch (confidence) {
            case LOW -> Messages.text("term.low");
            case MEDIUM -> Messages.text("term.medium");
            case HIGH -> Messages.text("term.high");
        };
    }

    public static String of(CorrelationType type) {
        return switch (type) {
            case TEMPORAL -> Messages.text("term.temporal");
            case CAUSAL -> Messages.text("term.causal");
            case SYMPTOMATIC -> Messages.text("term.symptomatic");
        };
    }

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> Messages.text("term.completed");
            case Outcome.Truncated _ -> Messages.text("term.truncated");
            case Outcome.Failed _ -> Messages.text("term.failed");
            case Outcome.Cancelled _ -> Messages.text("term.cancelled");
        };
    }
}
