package io.hotlens.app.notification;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an operator reports. `context` and `observation` are facts; `hypothesis` is a guess.
///
/// @param operator the skill that found it
/// @param type an anomaly type such as `heap_leak`
/// @param subject what it is about (a thread, pool, class, lock), empty for the whole target;
///   untrusted text
/// @param snapshots the evidence, at least one
/// @param evidence the callback results that the finding rests on
public record Notification(
        NotificationId id,
        InvestigationId investigation,
        SkillId operator,
        String type,
        String subject,
        Severity severity,
        String context,
        String observation,
        Optional<String> hypothesis,
        List<Snapshot> snapshots,
        Data evidence,
        Instant detectedAt) {

    public Notification {
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("a notification needs at least one snapshot");
        }
        if (type.isBlank() || observation.isBlank()) {
            throw new IllegalArgumentException("a notification needs a type and an observation");
        }
        snapshots = List.copyOf(snapshots);
    }

    public List<String> snapshotIds() {
        return snapshots.stream().map(Snapshot::id).toList();
    }
}
