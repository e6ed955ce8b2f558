package io.hotlens.app.store;

import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Notifications with their snapshots, and insights, as they are kept.
final class FindingData {

    private FindingData() {}

    static Data write(Notification found) {
        FieldsBuilder fields =
                Data.fields()
                        .put("id", found.id().value())
                        .put("investigation", found.investigation().value())
                        .put("operator", found.operator().value())
                        .put("type", found.type())
                        .put("subject", found.subject())
                        .put("severity", found.severity().word())
                        .put("context", found.context())
                        .put("observation", found.observation())
                        .put(
                                "snapshots",
                                found.snapshots().stream().map(FindingData::write).toList())
                        .put("evidence", found.evidence())
                        .put("detected_at", found.detectedAt().toString());
        found.hypothesis().ifPresent(guess -> fields.put("hypothesis", guess));
        return fields.build();
    }

    static Notification readNotification(Part part) {
        return new Notification(
                new NotificationId(part.text("id")),
                new InvestigationId(part.text("investigation")),
                new SkillId(part.text("operator")),
                part.text("type"),
                part.text("subject"),
                part.word(Severity.class, "severity"),
                part.text("context"),
                part.text("observation"),
                part.maybe("hypothesis"),
                part.parts("snapshots").stream().map(FindingData::readSnapshot).toList(),
                part.data("evidence"),
                part.time("detected_at"));
    }

    static Data write(Snapshot snapshot) {
        var readings = new ArrayList<Data>();
        for (Map.Entry<Metric, Reading> entry : snapshot.readings().entrySet()) {
            readings.add(reading(entry.getKey(), entry.getValue()));
        }
        return Data.fields()
                .put("id", snapshot.id())
                .put("skill", snapshot.skill().value())
                .put("captured_at", snapshot.capturedAt().toString())
                .put("readings", readings)
                .build();
    }

    private static Data reading(Metric metric, Reading reading) {
        FieldsBuilder fields =
                Data.fields()
                        .put("skill", metric.skill())
                        .put("name", metric.name())
                        .put("unit", metric.unit().name())
                        .put("kind", metric.kind().name())
                        .put("meaning", metric.meaning());
        switch (reading) {
            case Reading.Known(double value) -> fields.put("value", value);
            case Reading.Unavailable(String why) -> fields.put("unavailable", why);
        }
        return fields.build();
    }

    static Snapshot readSnapshot(Part part) {
        var readings = new LinkedHashMap<Metric, Reading>();
        for (Part reading : part.parts("readings")) {
            readings.put(
                    new Metric(
                            reading.text("skill"),
                            reading.text("name"),
                            reading.word(Unit.class, "unit"),
                            reading.word(MetricKind.class, "kind"),
                            reading.text("meaning")),
                    reading.maybe("unavailable")
                            .map(Reading::unavailable)
                            .orElseGet(() -> Reading.of(reading.number("value"))));
        }
        return new Snapshot(
                part.text("id"),
                new SkillId(part.text("skill")),
                part.time("captured_at"),
                readings);
    }

    static Data write(Insight insight) {
        return Data.fields()
                .put("id", insight.id())
                .put("investigation", insight.investigation().value())
                .put("type", insight.rootCause().type())
                .put("subject", insight.rootCause().subject())
                .put("severity", insight.severity().word())
                .put("correlation", insight.correlationType().word())
                .put("confidence", insight.confidence().word())
                .put("confidence_reason", insight.confidenceReason())
                .put("summary", insight.summary())
                .put("grounded", insight.hypothesisGrounded())
                .put("hypothesis", insight.rootCauseHypothesis())
                .put("matched", Part.items(insight.matchedObservations()))
                .put("notifications", Part.items(insight.notificationIds()))
                .put("links", insight.links().stream().map(FindingData::link).toList())
                .put("recommendation", insight.recommendation())
                .put("verify_with", insight.verifyWith())
                .put("created_at", insight.createdAt().toString())
                .build();
    }

    private static Data link(Insight.Link link) {
        return Data.fields()
                .put("from", link.from().value())
                .put("to", link.to().value())
                .put("type", link.type().word())
                .put("why", link.why())
                .build();
    }

    static Insight readInsight(Part part) {
        return new Insight(
                part.text("id"),
                new InvestigationId(part.text("investigation")),
                new Insight.RootCause(part.text("type"), part.text("subject")),
                part.word(Severity.class, "severity"),
                part.word(CorrelationType.class, "correlation"),
                part.word(Confidence.class, "confidence"),
                part.text("confidence_reason"),
                part.text("summary"),
                part.truth("grounded"),
                part.text("hypothesis"),
                part.texts("matched"),
                ids(part, "notifications"),
                part.parts("links").stream().map(FindingData::readLink).toList(),
                part.text("recommendation"),
                part.text("verify_with"),
                part.time("created_at"));
    }

    private static Insight.Link readLink(Part part) {
        return new Insight.Link(
                new NotificationId(part.text("from")),
                new NotificationId(part.text("to")),
                part.word(CorrelationType.class, "type"),
                part.text("why"));
    }

    static List<NotificationId> ids(Part part, String name) {
        return part.texts(name).stream().map(NotificationId::new).toList();
    }
}
