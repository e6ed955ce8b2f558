package io.hotlens.app.operator;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.RunId;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.time.Duration;
import java.util.List;

/// How one run of an operator ended and what it found, oldest first; partial when it did not
/// complete.
///
/// @param unseen what it could not look at, each with the reason: consent refused, capability
///   missing
public record OperatorReport(
        RunId run,
        SkillId skill,
        HealthState state,
        Outcome outcome,
        int iterations,
        Duration duration,
        List<Notification> notifications,
        List<Snapshot> snapshots,
        List<String> unseen,
        Usage usage) {

    public OperatorReport {
        notifications = List.copyOf(notifications);
        snapshots = List.copyOf(snapshots);
        unseen = List.copyOf(unseen);
    }
}
