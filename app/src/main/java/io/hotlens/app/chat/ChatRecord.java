package io.hotlens.app.chat;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.NotificationBook;
import io.hotlens.app.notification.NotificationView;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What an investigation found, with what operators added since. Safe from any thread.
record ChatRecord(Investigation investigation, NotificationBook book) {

    /// `[{id, status, operator, anomaly_type, subject, severity, context, observation, hypothesis,
    /// snapshot_ids, evidence, detected_at}]`, oldest first.
    List<Data.Fields> notifications() {
        return entries().map(e -> NotificationView.of(e.notification(), e.status())).toList();
    }

    private Stream<NotificationBook.Entry> entries() {
        return book.of(investigation.id()).stream();
    }

    Optional<Snapshot> snapshot(String id) {
        return entries()
                .flatMap(e -> e.notification().snapshots().stream())
                .filter(snapshot -> snapshot.id().equals(id))
                .findFirst();
    }

    /// Whether something of the record has this id.
    boolean has(String id) {
        Predicate<NotificationBook.Entry> isNotification =
                e -> e.notification().id().value().equals(id);
        return entries().anyMatch(isNotification)
                || investigation.insights().stream().anyMatch(i -> i.id().equals(id))
                || snapshot(id).isPresent();
    }

    /// `[{id, root_cause_type, root_cause_subject, severity, confidence, because, summary,
    /// hypothesis, grounded, notification_ids, recommendation}]`, the worst first.
    List<Data.Fields> insights() {
        return investigation.insights().stream().map(ChatRecord::view).toList();
    }

    private static Data.Fields view(Insight insight) {
        return Data.fields()
                .put("id", insight.id())
                .put("root_cause_type", insight.rootCause().type())
                .put("root_cause_subject", insight.rootCause().subject())
                .put("severity", insight.severity().word())
                .put("confidence", insight.confidence().word())
                .put("because", insight.confidenceReason())
                .put("summary", insight.summary())
                .put("hypothesis", insight.rootCauseHypothesis())
                .put("grounded", insight.hypothesisGrounded())
                .put(
                        "notification_ids",
                        insight.notificationIds().stream().map(id -> Data.of(id.value())).toList())
                .put("recommendation", insight.recommendation())
                .build();
    }

    /// `[{skill, state, outcome, detail, notifications, unseen}]`.
    List<Data.Fields> operators() {
        return investigation.operators().stream().map(ChatRecord::view).toList();
    }

    static Data.Fields view(OperatorReport report) {
        return Data.fields()
                .put("skill", report.skill().value())
                .put("state", report.state().word())
                .put("outcome", report.outcome().word())
                .put("detail", report.outcome().detail())
                .put("notifications", report.notifications().size())
                .put("unseen", report.unseen().stream().map(Data::of).toList())
                .build();
    }
}
