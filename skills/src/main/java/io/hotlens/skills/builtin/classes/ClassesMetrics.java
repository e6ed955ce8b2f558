package io.hotlens.skills.builtin.classes;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import java.util.List;

/// What a snapshot of the classes skill holds.
final class ClassesMetrics {

    static final Metric LOADED =
            metric(
                    "loaded",
                    Unit.COUNT,
                    "Classes loaded now (performance counters, else ClassLoading MXBean; each 5"
                            + " s).");
    static final Metric UNLOADED =
            metric(
                    "unloaded_per_min",
                    Unit.PER_MINUTE,
                    "Classes unloaded, over five minutes or as long as we watch (the same"
                            + " source).");
    static final Metric LOADERS =
            metric(
                    "loaders",
                    Unit.COUNT,
                    "Class loaders that are alive (VM.classloader_stats, each 30 s).");

    static final List<Metric> ALL = List.of(LOADED, UNLOADED, LOADERS);

    private ClassesMetrics() {}

    private static Metric metric(String name, Unit unit, String meaning) {
        return new Metric("classes", name, unit, MetricKind.GAUGE, meaning);
    }
}
