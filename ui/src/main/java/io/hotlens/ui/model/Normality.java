package io.hotlens.ui.model;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.monitor.Band;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorSettings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the monitor knows at one moment.
///
/// @param rows metrics that had a value, by id
public record Normality(Monitor.Status status, List<Row> rows) {

    private static final Duration SHOWN = Duration.ofHours(1);

    public static final Normality NONE =
            new Normality(
                    new Monitor.Status(
                            new DetectorState.Learning(Instant.EPOCH, Instant.EPOCH),
                            MonitorSettings.DEFAULT,
                            0,
                            0,
                            0),
                    List.of());

    public Normality {
        rows = List.copyOf(rows);
    }

    /// One metric: its values as they were judged, and where the next one is expected.
    public record Row(Metric metric, Series series, Optional<Band> band) {

        public Optional<Double> latest() {
            return series.isEmpty()
                    ? Optional.empty()
                    : Optional.of(series.points().getLast().value());
        }

        /// Whether the newest value lies outside of what was expected.
        public boolean isOdd() {
            return latest().isPresent()
                    && band.isPresent()
                    && (latest().get() < band.get().low() || latest().get() > band.get().high());
        }
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
                        .sorted(java.util.Comparator.comparing(row -> row.metric().id()))
                        .toList());
    }
}
