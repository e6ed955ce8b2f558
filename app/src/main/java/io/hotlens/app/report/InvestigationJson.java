package io.hotlens.app.report;

import io.hotlens.app.chat.ChatAnswer;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetInfo;

import java.util.List;

/// An investigation as one JSON object.
public final class InvestigationJson {

    private InvestigationJson() {}

    /// @param answers to questions after its end
    public static Data.Fields of(Investigation one, List<ChatAnswer> answers) {
        return Data.fields()
                .put("investigation_id", one.id().value())
                .put("target", target(one.target()))
                .put("reason", one.request().reason())
                .put("strategy", one.request().strategy().word())
                .putTime("started_at", one.startedAt())
                .put("outcome", one.outcome().word())
                .put("outcome_detail", one.outcome().detail())
                .put("duration_ms", (double) one.duration().toMillis())
                .put("insights", one.insights().stream().map(InvestigationJson::insight).toList())
                .put(
                        "notifications",
                        one.notifications().stream()
                                .map(found -> notification(found, status(found, one)))
                                .toList())
                .put(
                        "operators",
                        one.operators().stream().map(InvestigationJson::operator).toList())
                .put("unseen", texts(one.unseen()))
                .put("usage", usage(one.usage()))
                .put("answers", answers.stream().map(InvestigationJson::answer).toList())
                .build();
    }

    private static Data answer(ChatAnswer answer) {
        return Data.fields()
                .put("question", answer.question())
                .put("answer", answer.text())
                .put("cites", texts(answer.cited()))
                .put("outcome", answer.outcome().word())
                .put("outcome_detail", answer.outcome().detail())
                .put("duration_ms", (double) answer.took().toMillis())
                .put("usage", usage(answer.usage()))
                .build();
    }

    private static Data target(TargetInfo target) {
        return Data.fields()
                .put("address", target.address().toString())
                .put("name", target.name())
                .put(
                        "pid",
                        target.pid().isPresent()
                                ? Data.of((double) target.pid().getAsLong())
                                : Data.NOTHING)
                .put("host", target.host())
                .put("jvm", target.jvmName())
                .put("vendor", target.vendor())
                .put("version", target.version())
                .putTime("started_at", target.startedAt())
                .build();
    }

    public static Data.Fields insight(Insight insight) {
        return Data.fields()
                .put("id", insight.id())
                .put(
                        "root_cause",
                        Data.fields()
                                .put("type", insight.rootCause().type())
                                .put("subject", insight.rootCause().subject())
                                .build())
                .put("severity", insight.severity().word())
                .put("correlation_type", insight.correlationType().word())
                .put("confidence", insight.confidence().word())
                .put("confidence_reason", insight.confidenceReason())
                .put("summary", insight.summary())
                .put("hypothesis_grounded", insight.hypothesisGrounded())
                .put("root_cause_hypothesis", insight.rootCauseHypothesis())
                .put("matched_observations", texts(insight.matchedObservations()))
                .put(
                        "notification_ids",
                        texts(insight.notificationIds().stream().map(Object::toString).toList()))
                .put("recommendation", insight.recommendation())
                .put("verify_with", insight.verifyWith())
                .build();
    }

    /// A notification that an insight cites is resolved, as the seed system has it; any other is
    /// unread.
    private static String status(Notification notification, Investigation one) {
        boolean cited =
                one.insights().stream()
                        .anyMatch(insight -> insight.notificationIds().contains(notification.id()));
        return cited ? "resolved" : "unread";
    }

    public static Data.Fields notification(Notification notification, String status) {
        return Data.fields()
                .put("id", notification.id().value())
                .put("operator", notification.operator().value())
                .put("type", notification.type())
                .put("subject", notification.subject())
                .put("severity", notification.severity().word())
                .put("status", status)
                .put("context", notification.context())
                .put("observation", notification.observation())
                .put("hypothesis", notification.hypothesis().map(Data::of).orElse(Data.NOTHING))
                .put("snapshot_ids", texts(notification.snapshotIds()))
                .put(
                        "snapshots",
                        notification.snapshots().stream()
                                .map(snapshot -> snapshot.toData())
                                .toList())
                .put("evidence", notification.evidence())
                .putTime("detected_at", notification.detectedAt())
                .build();
    }

    private static Data operator(OperatorReport report) {
        return Data.fields()
                .put("skill", report.skill().value())
                .put("state", report.state().word())
                .put("outcome", report.outcome().word())
                .put("outcome_detail", report.outcome().detail())
                .put("iterations", report.iterations())
                .put("duration_ms", (double) report.duration().toMillis())
                .put("unseen", texts(report.unseen()))
                .build();
    }

    private static Data usage(Usage usage) {
        return Data.fields()
                .put("calls", (double) usage.calls())
                .put("input_tokens", (double) usage.inputTokens())
                .put("output_tokens", (double) usage.outputTokens())
                .put("money_usd", usage.money())
                .build();
    }

    private static List<Data> texts(List<String> values) {
        return values.stream().map(Data::of).toList();
    }
}
