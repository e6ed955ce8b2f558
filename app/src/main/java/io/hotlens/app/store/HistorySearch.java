package io.hotlens.app.store;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Trigger;
import io.hotlens.app.trace.InvestigationId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds investigations by what is known of each without reading it as a whole.
final class HistorySearch {

    private static final List<String> TEXTS =
            List.of(
                    "name",
                    "address",
                    "target",
                    "reason",
                    "cause_type",
                    "cause_subject",
                    "summary");

    private final StringBuilder where = new StringBuilder("1 = 1");
    private final List<Object> values = new ArrayList<>();

    HistorySearch(HistoryQuery query) {
        String text = query.text().strip();
        if (!text.isEmpty()) {
            var any = new ArrayList<>(TEXTS.stream().map(HistorySearch::like).toList());
            any.add(
                    "EXISTS (SELECT 1 FROM notification n WHERE n.investigation = investigation.id"
                            + " AND (%s OR %s OR %s))"
                                    .formatted(
                                            like("n.type"),
                                            like("n.subject"),
                                            like("n.observation")));
            and("(" + String.join(" OR ", any) + ")", part(text), TEXTS.size() + 3);
        }
        query.target()
                .ifPresent(
                        target ->
                                and(
                                        "(%s OR %s OR %s)"
                                                .formatted(
                                                        like("name"),
                                                        like("address"),
                                                        like("target")),
                                        part(target),
                                        3));
        query.cause().ifPresent(type -> and("cause_type = ?", type, 1));
        query.since().ifPresent(time -> and("started_ms >= ?", time.toEpochMilli(), 1));
        values.add(query.limit());
    }

    private void and(String condition, Object value, int times) {
        where.append(" AND ").append(condition);
        for (int i = 0; i < times; i++) {
            values.add(value);
        }
    }

    private static String like(String column) {
        return column + " LIKE ? ESCAPE '\\'";
    }

    private static String part(String text) {
        String literal = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + literal + "%";
    }

    List<HistoryEntry> run(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT * FROM investigation WHERE "
                                + where
                                + " ORDER BY started_ms DESC, id LIMIT ?")) {
            StepReader.bind(statement, values);
            ResultSet rows = statement.executeQuery();
            var entries = new ArrayList<HistoryEntry>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        }
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        Object ended = row.getObject("ended_ms");
        Object severity = row.getObject("severity");
        String cause = row.getString("cause_type");
        return new HistoryEntry(
                new InvestigationId(row.getString("id")),
                row.getString("target"),
                row.getString("name"),
                row.getString("address"),
                row.getString("reason"),
                Trigger.parse(row.getString("trigger_word")),
                Instant.ofEpochMilli(row.getLong("started_ms")),
                ended instanceof Number ms
                        ? Optional.of(Instant.ofEpochMilli(ms.longValue()))
                        : Optional.empty(),
                StepReader.outcome(row),
                severity instanceof Number rank
                        ? Optional.of(Rank.severity(rank.intValue()))
                        : Optional.empty(),
                cause == null
                        ? Optional.empty()
                        : Optional.of(new Insight.RootCause(cause, row.getString("cause_subject"))),
                row.getString("summary"),
                row.getInt("findings"));
    }
}
