package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;

import java.time.Instant;

/// What the detector has to say after a step.
public sealed interface MonitorEvent {

    /// From now on values are judged.
    record LearningComplete(Instant at, int metrics) implements MonitorEvent {}

    /// A metric begins to be odd.
    record AnomalyFound(Anomaly anomaly) implements MonitorEvent {}

    /// A metric stays odd; the cooldown begins.
    record Escalated(Instant at, Escalation escalation, Instant cooldownUntil)
            implements MonitorEvent {}

    /// After a cooldown values are judged again.
    record CooldownOver(Instant at) implements MonitorEvent {}

    /// A restart of the target is over: which baselines still hold, and which are learned again.
    record Settled(Instant at, int kept, int learnedAgain) implements MonitorEvent {}

    /// A rule of the user begins to hold.
    record AlertRaised(Instant at, AlertRule rule, Metric metric, double value)
            implements MonitorEvent {}
}
