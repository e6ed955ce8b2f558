package io.hotlens.app.telemetry;

import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.MonitorEvent;

import java.time.Instant;

/// What is told of the monitor.
final class MonitorTranslation {

    private MonitorTranslation() {}

    static TelemetryEvent of(Instant at, MonitorStep step) {
        return draft(at, step).build();
    }

    private static EventDraft draft(Instant at, MonitorStep step) {
        return switch (step) {
            case MonitorStep.Noticed(MonitorEvent event) -> noticed(at, event);
            case MonitorStep.Alerted(var notification) ->
                    new EventDraft(TelemetryName.MONITOR_ALERT_SENT, at)
                            .put(TelemetryField.NOTIFICATION_ID, notification.id().value())
                            .put(TelemetryField.OBSERVATION, notification.observation());
            case MonitorStep.Triggered(var id, String reason) ->
                    new EventDraft(TelemetryName.MONITOR_AUTO_TRIGGER_STARTED, at)
                            .of(id, 0)
                            .put(TelemetryField.REASON, reason);
            case MonitorStep.NotTriggered(_, String why) ->
                    new EventDraft(TelemetryName.MONITOR_AUTO_TRIGGER_FAILED, at)
                            .put(TelemetryField.REASON, why);
            case MonitorStep.RateLimited(String reason, int perHour) ->
                    new EventDraft(TelemetryName.MONITOR_TRIGGER_RATE_LIMITED, at)
                            .put(TelemetryField.COUNT, perHour)
                            .put(TelemetryField.REASON, reason);
        };
    }

    private static EventDraft noticed(Instant at, MonitorEvent event) {
        return switch (event) {
            case MonitorEvent.LearningComplete(_, int metrics) ->
                    new EventDraft(TelemetryName.MONITOR_LEARNING_COMPLETE, at)
                            .put(TelemetryField.METRICS, metrics);
            case MonitorEvent.AnomalyFound(Anomaly anomaly) ->
                    anomaly(TelemetryName.MONITOR_ANOMALY_DETECTED, at, anomaly);
            case MonitorEvent.Escalated(_, var escalation, _) ->
                    anomaly(TelemetryName.MONITOR_ESCALATION, at, escalation.anomaly())
                            .put(TelemetryField.METRICS, escalation.others().size() + 1);
            case MonitorEvent.CooldownOver _ ->
                    new EventDraft(TelemetryName.MONITOR_COOLDOWN_COMPLETE, at);
            case MonitorEvent.Settled(_, int kept, _) ->
                    new EventDraft(TelemetryName.MONITOR_SETTLED, at)
                            .put(TelemetryField.METRICS, kept);
            case MonitorEvent.AlertRaised(_, _, var metric, double value) ->
                    new EventDraft(TelemetryName.MONITOR_ALERT_RAISED, at)
                            .put(TelemetryField.METRIC, metric.id())
                            .put(TelemetryField.VALUE, value);
        };
    }

    private static EventDraft anomaly(TelemetryName name, Instant at, Anomaly anomaly) {
        return new EventDraft(name, at)
                .put(TelemetryField.METRIC, anomaly.metric().id())
                .put(TelemetryField.VALUE, anomaly.value())
                .put(TelemetryField.EXPECTED_LOW, anomaly.low())
                .put(TelemetryField.EXPECTED_HIGH, anomaly.high())
                .put(TelemetryField.Z, anomaly.z());
    }
}
