package io.hotlens.app.operator;

import io.hotlens.app.notification.Notification;
import io.hotlens.skills.skill.Snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an operator has reached in its run.
///
/// @param scriptFailure why the last script failed; empty when it did not
public record OperatorState(
        HealthState health,
        List<Snapshot> snapshots,
        List<Notification> notifications,
        Optional<String> scriptFailure) {

    private static final int MAX_SNAPSHOTS = 200;

    /// Healthy, with nothing seen.
    public static final OperatorState START =
            new OperatorState(HealthState.HEALTHY, List.of(), List.of(), Optional.empty());

    public OperatorState {
        snapshots = List.copyOf(snapshots);
        notifications = List.copyOf(notifications);
    }

    OperatorState with(HealthState newHealth) {
        return new OperatorState(newHealth, snapshots, notifications, scriptFailure);
    }

    /// The oldest snapshot goes when there are more than 200.
    OperatorState with(Snapshot snapshot) {
        var more = new ArrayList<>(snapshots);
        more.add(snapshot);
        if (more.size() > MAX_SNAPSHOTS) {
            more.removeFirst();
        }
        return new OperatorState(health, more, notifications, scriptFailure);
    }

    OperatorState with(Notification notification) {
        var more = new ArrayList<>(notifications);
        more.add(notification);
        return new OperatorState(health, snapshots, more, scriptFailure);
    }

    OperatorState withScript(Optional<String> failure) {
        return new OperatorState(health, snapshots, notifications, failure);
    }

    Optional<Snapshot> snapshot(String id) {
        return snapshots.stream().filter(s -> s.id().equals(id)).findFirst();
    }
}
