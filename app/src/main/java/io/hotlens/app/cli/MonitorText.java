package io.hotlens.app.cli;

import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.IdleRule;
import io.hotlens.skills.monitor.MonitorEvent;

import java.util.Optional;

/// What the monitor does, a line each, for people.
final class MonitorText {

    private MonitorText() {}

    static Optional<String> of(MonitorStep step) {
        return switch (step) {
            case MonitorStep.Noticed(MonitorEvent event) -> noticed(event);
            case MonitorStep.Alerted(var notification) ->
                    Optional.of("alert: " + notification.observation());
            case MonitorStep.Triggered(_, String reason) -> Optional.of("investigates: " + reason);
            case MonitorStep.NotTriggered(String reason, String why) ->
                    Optional.of("does not investigate (%s): %s".formatted(why, reason));
            case MonitorStep.RateLimited(String reason, int perHour) ->
                    Optional.of(
                            "does not investigate (%d within the hour are enough): %s"
                                    .formatted(perHour, reason));
        };
    }

    static String of(IdleRule idle) {
        String metric = idle.rule().metric();
        return "the rule '%s' watches nothing: this target has no metric '%s'%s"
                .formatted(
                        idle.rule().text(),
                        metric,
                        idle.meant().map("; did you mean %s?"::formatted).orElse(""));
    }

    private static Optional<String> noticed(MonitorEvent event) {
        return switch (event) {
            case MonitorEvent.LearningComplete(_, int metrics) ->
                    Optional.of(
                            "knows what is normal of %d metrics, and watches".formatted(metrics));
            case MonitorEvent.AnomalyFound(Anomaly anomaly) -> Optional.of(anomaly.observation());
            case MonitorEvent.Escalated(_, var escalation, _) ->
                    Optional.of("stays away from its normal: " + escalation.summary());
            case MonitorEvent.CooldownOver _ -> Optional.of("watches again");
            case MonitorEvent.Settled(_, int kept, int again) ->
                    Optional.of(
                            "after the restart %d metrics are as before, %d are learned again"
                                    .formatted(kept, again));
            case MonitorEvent.AlertRaised _ -> Optional.empty();
        };
    }
}
