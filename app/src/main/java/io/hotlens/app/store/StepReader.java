package io.hotlens.app.store;

import io.hotlens.app.coordinator.CoordinatorEvent;
import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Json;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads one investigation as a whole.
///
/// An [IllegalArgumentException] says that what was kept cannot be understood.
record StepReader(Connection connection, InvestigationId id) {

    /// Stands for the end of what has none.
    private static final Outcome OPEN =
            new Outcome.Failed("it has not ended, or Hotlens was ended while it ran");

    Optional<KeptInvestigation> read() throws SQLException {
        List<Notification> found =
                parts("SELECT data FROM notification WHERE investigation = ? ORDER BY rowid")
                        .stream()
                        .map(FindingData::readNotification)
                        .toList();
        List<Insight> insights =
                parts("SELECT data FROM insight WHERE investigation = ? ORDER BY place").stream()
                        .map(FindingData::readInsight)
                        .toList();
        List<AppEvent> steps = steps(found, insights);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM investigation WHERE id = ?")) {
            bind(statement, List.of(id.value()));
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(whole(row, found, insights, steps));
        }
    }

    private KeptInvestigation whole(
            ResultSet row, List<Notification> found, List<Insight> insights, List<AppEvent> steps)
            throws SQLException {
        Instant startedAt = Instant.ofEpochMilli(row.getLong("started_ms"));
        Optional<Outcome> outcome = outcome(row);
        Instant endedAt =
                outcome.isPresent()
                        ? Instant.ofEpochMilli(row.getLong("ended_ms"))
                        : steps.isEmpty() ? startedAt : steps.getLast().at();
        Optional<Part> result =
                Optional.ofNullable(row.getString("result")).map(Json::parse).map(Part::of);
        var one =
                new Investigation(
                        id,
                        TargetData.read(Part.of(Json.parse(row.getString("about")))),
                        RunData.readRequest(Part.of(Json.parse(row.getString("request")))),
                        startedAt,
                        Duration.between(startedAt, endedAt),
                        outcome.orElse(OPEN),
                        insights,
                        found,
                        reports(steps),
                        result.map(part -> part.texts("unseen")).orElseGet(() -> unseen(steps)),
                        result.map(part -> RunData.readUsage(part.part("usage")))
                                .orElseGet(() -> usage(steps)));
        return new KeptInvestigation(
                one,
                Trigger.parse(row.getString("trigger_word")),
                outcome.isPresent(),
                steps,
                statuses());
    }

    static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        String word = row.getString("outcome");
        return word == null
                ? Optional.empty()
                : Optional.of(RunData.outcome(word, row.getString("outcome_detail")));
    }

    private List<AppEvent> steps(List<Notification> found, List<Insight> insights)
            throws SQLException {
        var byId = new LinkedHashMap<NotificationId, Notification>();
        found.forEach(one -> byId.put(one.id(), one));
        var concluded = new LinkedHashMap<String, Insight>();
        insights.forEach(one -> concluded.put(one.id(), one));
        return parts("SELECT data FROM step WHERE investigation = ? ORDER BY place").stream()
                .map(part -> Steps.read(id, part, byId, concluded))
                .toList();
    }

    private List<Part> parts(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(id.value()));
            ResultSet rows = statement.executeQuery();
            var parts = new ArrayList<Part>();
            while (rows.next()) {
                parts.add(Part.of(Json.parse(rows.getString(1))));
            }
            return parts;
        }
    }

    private Map<NotificationId, NotificationStatus> statuses() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT id, status FROM notification WHERE investigation = ?")) {
            bind(statement, List.of(id.value()));
            ResultSet rows = statement.executeQuery();
            var statuses = new LinkedHashMap<NotificationId, NotificationStatus>();
            while (rows.next()) {
                statuses.put(
                        new NotificationId(rows.getString("id")),
                        NotificationStatus.valueOf(
                                rows.getString("status").toUpperCase(Locale.ROOT)));
            }
            return statuses;
        }
    }

    private static List<OperatorReport> reports(List<AppEvent> steps) {
        var reports = new ArrayList<OperatorReport>();
        for (AppEvent event : steps) {
            if (event instanceof AppEvent.FromOperator(_, _, var step)
                    && step.step() instanceof OperatorEvent.Finished(var report)) {
                reports.add(report);
            }
        }
        return reports;
    }

    private static List<String> unseen(List<AppEvent> steps) {
        var unseen = new LinkedHashSet<String>();
        reports(steps)
                .forEach(
                        report ->
                                report.unseen()
                                        .forEach(why -> unseen.add(report.skill() + ": " + why)));
        return List.copyOf(unseen);
    }

    /// What the calls up to now used.
    private static Usage usage(List<AppEvent> steps) {
        Usage usage = Usage.NONE;
        for (AppEvent event : steps) {
            if (event instanceof AppEvent.FromOperator(_, _, var step)
                    && step.step() instanceof OperatorEvent.Chose(_, _, Usage more, _)) {
                usage = usage.plus(more);
            } else if (event instanceof AppEvent.FromCoordinator(_, _, var step)
                    && step.step() instanceof CoordinatorEvent.Chose(_, _, Usage more, _)) {
                usage = usage.plus(more);
            }
        }
        return usage;
    }

    static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
