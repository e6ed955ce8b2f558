package io.hotlens.ui.control;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed from one snapshot of a skill to a later one, a row for each metric of either.
///
/// @param rows in the order of the later one, then what only the earlier one has
record SnapshotDiff(List<Row> rows) {

    private static final double HUNDRED = 100;

    SnapshotDiff {
        rows = List.copyOf(rows);
    }

    /// How a reading differs from the one before.
    enum Change {
        SAME(""),
        MORE("▲"),
        LESS("▼"),
        APPEARED("+"),
        VANISHED("−");

        private final String mark;

        Change(String mark) {
            this.mark = mark;
        }

        /// A sign that is told from the others without its colour; empty when nothing changed.
        String mark() {
            return mark;
        }
    }

    /// @param before empty when the earlier snapshot does not have the metric
    /// @param now empty when the later one does not have it
    record Row(Metric metric, Optional<Reading> before, Optional<Reading> now) {

        Change change() {
            Optional<Double> old = before.flatMap(SnapshotDiff::value);
            Optional<Double> fresh = now.flatMap(SnapshotDiff::value);
            if (old.isEmpty() || fresh.isEmpty()) {
                return old.isPresent()
                        ? Change.VANISHED
                        : fresh.isPresent() ? Change.APPEARED : Change.SAME;
            }
            int order = Double.compare(fresh.get(), old.get());
            return order > 0 ? Change.MORE : order < 0 ? Change.LESS : Change.SAME;
        }

        /// The difference with its sign: `▲ 12 MB (+20 %)`; in words when there is no number.
        String words() {
            return switch (change()) {
                case SAME -> Messages.text("diff.same");
                case APPEARED -> Change.APPEARED.mark() + " " + Messages.text("diff.appeared");
                case VANISHED -> Change.VANISHED.mark() + " " + Messages.text("diff.vanished");
                case MORE, LESS -> change().mark() + " " + difference();
            };
        }

        private String difference() {
            double old = before.flatMap(SnapshotDiff::value).orElse(0.0);
            double fresh = now.flatMap(SnapshotDiff::value).orElse(0.0);
            String by = Formats.value(Math.abs(fresh - old), metric.unit());
            return old == 0
                    ? by
                    : Messages.text(
                            "diff.by",
                            by,
                            (fresh > old ? "+" : "−")
                                    + Formats.number(HUNDRED * Math.abs((fresh - old) / old)));
        }
    }

    static SnapshotDiff of(Snapshot before, Snapshot now) {
        Map<String, Row> rows = new LinkedHashMap<>();
        now.readings()
                .forEach(
                        (metric, reading) ->
                                rows.put(
                                        metric.id(),
                                        new Row(metric, Optional.empty(), Optional.of(reading))));
        before.readings()
                .forEach(
                        (metric, reading) ->
                                rows.merge(
                                        metric.id(),
                                        new Row(metric, Optional.of(reading), Optional.empty()),
                                        (late, early) ->
                                                new Row(
                                                        late.metric(),
                                                        early.before(),
                                                        late.now())));
        return new SnapshotDiff(new ArrayList<>(rows.values()));
    }

    long changed() {
        return rows.stream().filter(row -> row.change() != Change.SAME).count();
    }

    private static Optional<Double> value(Reading reading) {
        return reading instanceof Reading.Known(double value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
