package io.hotlens.app.insight;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.SkillId;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What correlation needs of a notification.
///
/// @param sinceMs when it began, by the evidence's `since_unix_ms`; 0 when that is not known
public record Fact(
        NotificationId id,
        SkillId operator,
        String type,
        String subject,
        Severity severity,
        String observation,
        Optional<String> hypothesis,
        Instant detectedAt,
        double sinceMs) {

    public static Fact of(Notification n) {
        return new Fact(
                n.id(),
                n.operator(),
                n.type(),
                n.subject(),
                n.severity(),
                n.observation(),
                n.hypothesis(),
                n.detectedAt(),
                since(n.evidence()));
    }

    /// Reads what [io.hotlens.app.notification.NotificationView] wrote; empty when it is something
    /// else.
    public static Optional<Fact> read(Data view) {
        if (!(view instanceof Data.Fields fields)
                || fields.text("anomaly_type").isEmpty()
                || fields.text("id").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Fact(
                        new NotificationId(fields.text("id").orElseThrow()),
                        new SkillId(fields.text("operator").orElseThrow()),
                        fields.text("anomaly_type").orElseThrow(),
                        fields.text("subject").orElse(""),
                        severity(fields.text("severity").orElse("")),
                        fields.text("observation").orElse(""),
                        fields.text("hypothesis"),
                        Instant.ofEpochMilli(fields.number("unix_ms").orElse(0.0).longValue()),
                        since(fields.get("evidence").orElse(Data.NOTHING))));
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElse(Severity.WARNING);
    }

    private static double since(Data evidence) {
        return evidence instanceof Data.Fields fields
                ? fields.number("since_unix_ms").orElse(0.0)
                : 0;
    }
}
