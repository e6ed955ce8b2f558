package io.hotlens.ui.inbox;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.model.FoundGroup;
import io.hotlens.ui.model.FoundItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which notifications are shown; what is empty lets all pass.
///
/// @param text a part of the type, observation, subject or skill
/// @param age how old the oldest is
/// @param grouped whether only the newest of equal reports is shown
public record InboxFilter(
        String text,
        Optional<NotificationStatus> status,
        Optional<Severity> severity,
        Optional<SkillId> skill,
        Optional<Duration> age,
        boolean grouped) {

    /// Everything, equal reports as one.
    public static final InboxFilter ALL =
            new InboxFilter(
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    true);

    /// Everything as it is shown now, whatever was filtered.
    InboxFilter open() {
        return new InboxFilter(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                grouped);
    }

    InboxFilter text(String other) {
        return new InboxFilter(other, status, severity, skill, age, grouped);
    }

    InboxFilter status(Optional<NotificationStatus> other) {
        return new InboxFilter(text, other, severity, skill, age, grouped);
    }

    InboxFilter severity(Optional<Severity> other) {
        return new InboxFilter(text, status, other, skill, age, grouped);
    }

    InboxFilter skill(Optional<SkillId> other) {
        return new InboxFilter(text, status, severity, other, age, grouped);
    }

    InboxFilter age(Optional<Duration> other) {
        return new InboxFilter(text, status, severity, skill, other, grouped);
    }

    InboxFilter grouped(boolean other) {
        return new InboxFilter(text, status, severity, skill, age, other);
    }

    /// What is left of `all`, in its order. Safe from any thread.
    ///
    /// @param title of a skill, in which the text is looked for too
    List<FoundItem> of(List<FoundItem> all, Instant now, Function<SkillId, String> title) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        var named = new Titles(wanted, title);
        Optional<Instant> oldest = age.map(now::minus);
        var shown = new ArrayList<FoundItem>();
        Set<FoundGroup> seen = new HashSet<>();
        for (FoundItem item : all) {
            if (passes(item, oldest)
                    && (wanted.isEmpty()
                            || item.searchText().contains(wanted)
                            || named.match(item.notification().operator()))
                    && (!grouped || seen.add(item.group()))) {
                shown.add(item);
            }
        }
        return shown;
    }

    private boolean passes(FoundItem item, Optional<Instant> oldest) {
        var found = item.notification();
        return (status.isEmpty() || status.get() == item.standing())
                && (severity.isEmpty() || severity.get() == found.severity())
                && (skill.isEmpty() || skill.get().equals(found.operator()))
                && (oldest.isEmpty() || !found.detectedAt().isBefore(oldest.get()));
    }

    /// Which skills have the text in their titles, each asked once.
    private static final class Titles {

        private final String wanted;
        private final Function<SkillId, String> title;
        private final Set<SkillId> matching = new HashSet<>();
        private final Set<SkillId> others = new HashSet<>();

        Titles(String wanted, Function<SkillId, String> title) {
            this.wanted = wanted;
            this.title = title;
        }

        boolean match(SkillId skill) {
            if (!matching.contains(skill) && !others.contains(skill)) {
                boolean matches = title.apply(skill).toLowerCase(Locale.ROOT).contains(wanted);
                (matches ? matching : others).add(skill);
            }
            return matching.contains(skill);
        }
    }
}
