package io.hotlens.ui.overview;

import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the vitals: a tile, and a chart of one or several lines in one unit.
///
/// @param name what its own line is called beside the others
/// @param metrics ids in order of preference; the first that the target measures is shown
record Gauge(String title, String name, List<String> metrics, List<Trace> others) {

    /// A further line of the chart.
    ///
    /// @param metrics ids in order of preference
    /// @param whole the metric of which it is shown as a share in percent; empty when it is shown
    ///   as it is
    record Trace(String name, List<String> metrics, Optional<String> whole) {

        private Optional<ChartLine> in(Vitals vitals, Duration window) {
            return known(vitals, metrics)
                    .map(vital -> vital.series(window))
                    .filter(series -> !series.isEmpty())
                    .flatMap(
                            series -> whole.isEmpty() ? Optional.of(series) : share(vitals, series))
                    .map(series -> new ChartLine(name, series));
        }

        private Optional<Series> share(Vitals vitals, Series part) {
            return whole.flatMap(vitals::vital)
                    .map(Vital::latest)
                    .filter(limit -> limit instanceof Reading.Known(double v) && v > 0)
                    .map(limit -> ((Reading.Known) limit).value())
                    .map(limit -> scaled(part, 100 / limit));
        }

        private static Series scaled(Series series, double factor) {
            return new Series(
                    series.points().stream()
                            .map(p -> new Series.Point(p.at(), p.value() * factor))
                            .toList());
        }
    }

    /// Heap, CPU, GC, threads, allocation, exceptions and safepoints.
    static List<Gauge> standard() {
        return List.of(
                new Gauge(
                        Messages.text("gauge.heap"),
                        Messages.text("gauge.heap_used"),
                        List.of("jvm.heap_used_pct"),
                        List.of(
                                new Trace(
                                        Messages.text("gauge.heap_live"),
                                        List.of("gc.live_set_mb", "heap.live_set_mb"),
                                        Optional.of("jvm.heap_max_mb")))),
                new Gauge(
                        Messages.text("gauge.cpu"),
                        Messages.text("gauge.cpu_process"),
                        List.of("jvm.process_cpu_pct"),
                        List.of(trace("gauge.cpu_host", "jvm.system_cpu_pct"))),
                alone("gauge.gc", "gc.time_in_gc_pct"),
                alone("gauge.pause", "gc.longest_pause_ms"),
                new Gauge(
                        Messages.text("gauge.threads"),
                        Messages.text("gauge.threads_all"),
                        List.of("jvm.live_threads", "threads.threads_total"),
                        List.of(
                                trace("gauge.threads_runnable", "threads.runnable"),
                                trace("gauge.threads_waiting", "threads.waiting"),
                                trace("gauge.threads_blocked", "threads.blocked"))),
                alone("gauge.allocation", "gc.allocation_mb_per_s"),
                alone("gauge.exceptions", "exceptions.exceptions_per_s"),
                alone("gauge.safepoints", "events.long_safepoint_5m"));
    }

    private static Gauge alone(String key, String metric) {
        return new Gauge(Messages.text(key), "", List.of(metric), List.of());
    }

    private static Trace trace(String key, String metric) {
        return new Trace(Messages.text(key), List.of(metric), Optional.empty());
    }

    /// The metric behind the tile; one with values is preferred to one without.
    Optional<Vital> in(Vitals vitals) {
        return known(vitals, metrics);
    }

    /// What the chart shows of the last `window`: its own line first, then those of the others that
    /// have values.
    List<ChartLine> lines(Vitals vitals, Duration window) {
        List<ChartLine> beside =
                others.stream().flatMap(trace -> trace.in(vitals, window).stream()).toList();
        var lines = new ArrayList<ChartLine>();
        lines.add(
                new ChartLine(
                        beside.isEmpty() ? "" : name,
                        in(vitals).map(vital -> vital.series(window)).orElse(Series.EMPTY)));
        lines.addAll(beside);
        return lines;
    }

    private static Optional<Vital> known(Vitals vitals, List<String> metrics) {
        List<Vital> there = metrics.stream().flatMap(id -> vitals.vital(id).stream()).toList();
        return there.stream()
                .filter(vital -> vital.latest().isKnown())
                .findFirst()
                .or(() -> there.stream().findFirst());
    }
}
