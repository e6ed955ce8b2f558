package io.hotlens.app.store;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes events of investigations within one transaction. What belongs to an investigation that
/// was deleted meanwhile is left out.
record StepWriter(Connection connection, HistorySource source) {

    private static final String KNOWN = "EXISTS (SELECT 1 FROM investigation WHERE id = ?)";

    void write(AppEvent event) throws SQLException {
        switch (event) {
            case AppEvent.InvestigationStarted started -> begin(started);
            case AppEvent.FromOperator(_, var id, OperatorEvent step) -> {
                if (step.step() instanceof OperatorEvent.NotificationSent(var sent)) {
                    found(id, sent);
                }
                step(id, event);
            }
            case AppEvent.FromCoordinator(_, var id, CoordinatorEvent step) -> {
                if (step.step() instanceof CoordinatorEvent.InsightProduced(var insight)) {
                    concluded(id, insight);
                }
                step(id, event);
            }
            case AppEvent.FromChat(_, var id, _) -> step(id, event);
            case AppEvent.InvestigationEnded(var at, var id, Outcome outcome) ->
                    end(id, at, outcome);
            case AppEvent.NotificationChanged(_, var id, NotificationStatus status) ->
                    run(
                            "UPDATE notification SET status = ? WHERE id = ?",
                            status.word(),
                            id.value());
            case AppEvent.ConnectionChanged _,
                    AppEvent.FollowUpStarted _,
                    AppEvent.FromMonitor _,
                    AppEvent.CallAudited _ -> {}
        }
    }

    private void begin(AppEvent.InvestigationStarted started) throws SQLException {
        run(
                "INSERT OR IGNORE INTO investigation (id, target, name, address, about, request,"
                        + " reason, trigger_word, started_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                started.id().value(),
                source.key(),
                source.target().name(),
                source.target().address().toString(),
                Json.write(TargetData.write(source.target())),
                Json.write(RunData.write(started.request())),
                started.request().reason(),
                started.trigger().word(),
                started.at().toEpochMilli());
    }

    private void step(InvestigationId id, AppEvent event) throws SQLException {
        Optional<Data> data = Steps.write(event);
        if (data.isPresent()) {
            run(
                    "INSERT INTO step (investigation, place, data) SELECT ?, (SELECT"
                            + " COALESCE(MAX(place), 0) + 1 FROM step WHERE investigation = ?), ?"
                            + " WHERE "
                            + KNOWN,
                    id.value(),
                    id.value(),
                    Json.write(data.get()),
                    id.value());
        }
    }

    private void found(InvestigationId id, Notification found) throws SQLException {
        int added =
                run(
                        "INSERT OR IGNORE INTO notification (id, investigation, type, subject,"
                                + " observation, status, data) SELECT ?, ?, ?, ?, ?, ?, ? WHERE "
                                + KNOWN,
                        found.id().value(),
                        id.value(),
                        found.type(),
                        found.subject(),
                        found.observation(),
                        NotificationStatus.UNREAD.word(),
                        Json.write(FindingData.write(found)),
                        id.value());
        if (added > 0) {
            run("UPDATE investigation SET findings = findings + 1 WHERE id = ?", id.value());
            worst(id, found.severity());
        }
    }

    private void concluded(InvestigationId id, Insight insight) throws SQLException {
        int added =
                run(
                        "INSERT OR IGNORE INTO insight (id, investigation, place, data) SELECT ?,"
                                + " ?, (SELECT COUNT(*) FROM insight WHERE investigation = ?), ?"
                                + " WHERE "
                                + KNOWN,
                        insight.id(),
                        id.value(),
                        id.value(),
                        Json.write(FindingData.write(insight)),
                        id.value());
        if (added > 0) {
            run(
                    "UPDATE investigation SET cause_type = ?, cause_subject = ?, summary = ? WHERE"
                            + " id = ? AND cause_type IS NULL",
                    insight.rootCause().type(),
                    insight.rootCause().subject(),
                    insight.summary(),
                    id.value());
            worst(id, insight.severity());
        }
    }

    private void worst(InvestigationId id, Severity severity) throws SQLException {
        run(
                "UPDATE investigation SET severity = MAX(COALESCE(severity, 0), ?) WHERE id = ?",
                Rank.of(severity),
                id.value());
    }

    private void end(InvestigationId id, Instant at, Outcome outcome) throws SQLException {
        Optional<Investigation> whole = source.ended().apply(id);
        run(
                "UPDATE investigation SET ended_ms = ?, outcome = ?, outcome_detail = ? WHERE id ="
                        + " ?",
                at.toEpochMilli(),
                outcome.word(),
                outcome.detail(),
                id.value());
        if (whole.isPresent()) {
            run(
                    "UPDATE investigation SET result = ? WHERE id = ?",
                    Json.write(result(whole.get())),
                    id.value());
        }
    }

    private static Data result(Investigation whole) {
        return Data.fields()
                .put("unseen", Part.items(whole.unseen()))
                .put("usage", RunData.write(whole.usage()))
                .build();
    }

    private int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            StepReader.bind(statement, List.of(values));
            return statement.executeUpdate();
        }
    }
}
