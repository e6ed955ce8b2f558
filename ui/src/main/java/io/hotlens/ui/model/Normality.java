package io.hotlens.ui.model;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.monitor.Band;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.monitor.IdleRule;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the monitor knows at one moment.
///
/// @param rows metrics that had a value, by id
/// @param idle the user's rules that watch nothing on this target
public record Normality(Monitor.Status status, List<Row> rows, List<IdleRule> idle) {

    private static final Duration SHOWN = Duration.ofHours(1);

    public static final Normality NONE =
            new Normality(
                    new Monitor.Status(
                            new DetectorState.Learning(Instant.EPOCH, Instant.EPOCH),
                            MonitorSettings.DEFAULT,
                            0,
                            0,
                            0),
                    List.of(),
                    List.of());

    public Normality {
        rows = List.copyOf(rows);
        idle = List.copyOf(idle);
    }

    /// What is known of a metric as it is read: of a counter nothing, since its rate is judged.
    public Optional<Row> row(Metric metric) {
        return rows.stream()
                .filter(row -> row.metric().id().equals(metric.id()))
                .filter(row -> row.metric().kind() != MetricKind.COUNTER)
                .findFirst();
    }

    /// One metric: its values as they were judged, and where the next one is expected; no band
    /// while that is learned.
    public record Row(Metric metric, Series series, Optional<Band> band) {

        public Optional<Double> latest() {
            return series.isEmpty()
                    ? Optional.empty()
                    : Optional.of(series.points().getLast().value());
        }

        /// What is expected, in words.
        public String expected() {
            return band.map(
                            one ->
                                    Messages.text(
                                            "monitor.expected",
                                            Formats.value(one.low(), metric.unit()),
                                            Formats.value(one.high(), metric.unit())))
                    .orElseGet(() -> Messages.text("monitor.unknown"));
        }

        /// Whether the newest value lies outside of what was expected.
        public boolean isOdd() {
            return latest().isPresent()
                    && band.isPresent()
                    && (latest().get() < band.get().low() || latest().get() > band.get().high());
        }
    }

    /// What a metric is, and where it is expected when that is known.
    public static String meaning(Metric metric, Optional<Row> row) {
        return row.filter(known -> known.band().isPresent())
                .map(known -> metric.meaning() + " " + known.expected())
                .orElse(metric.meaning());
    }

    static Normality of(Monitor monitor) {
        return new Normality(
                monitor.status(),
                monitor.metrics().stream()
                        .map(
                                metric ->
                                        new Row(
                                                metric,
                                                monitor.series(metric.id(), SHOWN),
                                                monitor.band(metric.id())))
                        .filter(row -> !row.series().isEmpty())
                        .sorted(Comparator.comparing(row -> row.metric().id()))
                        .toList(),
                monitor.idleRules());
    }
}
