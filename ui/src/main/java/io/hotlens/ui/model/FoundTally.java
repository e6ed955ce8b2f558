package io.hotlens.ui.model;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Counts notifications as they come and move, so that nobody has to go over all of them. Belongs
/// to the JavaFX thread.
final class FoundTally {

    private final Map<NotificationStatus, Integer> statuses =
            new EnumMap<>(NotificationStatus.class);
    private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    private final Map<Severity, Integer> unresolved = new EnumMap<>(Severity.class);
    private final Set<SkillId> skills = new TreeSet<>(Comparator.comparing(SkillId::value));
    private int all;

    void come(FoundItem item) {
        all++;
        severities.merge(item.notification().severity(), 1, Integer::sum);
        skills.add(item.notification().operator());
        stand(item, 1);
    }

    void move(FoundItem item, NotificationStatus to) {
        stand(item, -1);
        item.move(to);
        stand(item, 1);
    }

    private void stand(FoundItem item, int by) {
        statuses.merge(item.standing(), by, Integer::sum);
        if (item.standing() != NotificationStatus.RESOLVED) {
            unresolved.merge(item.notification().severity(), by, Integer::sum);
        }
    }

    int of(NotificationStatus status) {
        return statuses.getOrDefault(status, 0);
    }

    /// How many of a severity nobody has dealt with.
    int unresolved(Severity severity) {
        return unresolved.getOrDefault(severity, 0);
    }

    /// The severities of what nobody has dealt with.
    Stream<Severity> unresolved() {
        return unresolved.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey);
    }

    FoundCounts counts() {
        return new FoundCounts(all, statuses, severities, List.copyOf(skills));
    }
}
