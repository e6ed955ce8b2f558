package io.hotlens.ui.model;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Map;

/// How many notifications there are.
///
/// @param skills that reported something, in the order of their ids
public record FoundCounts(
        int all,
        Map<NotificationStatus, Integer> statuses,
        Map<Severity, Integer> severities,
        List<SkillId> skills) {

    static final FoundCounts NONE = new FoundCounts(0, Map.of(), Map.of(), List.of());

    public FoundCounts {
        statuses = Map.copyOf(statuses);
        severities = Map.copyOf(severities);
        skills = List.copyOf(skills);
    }

    public int of(NotificationStatus status) {
        return statuses.getOrDefault(status, 0);
    }

    public int of(Severity severity) {
        return severities.getOrDefault(severity, 0);
    }
}
