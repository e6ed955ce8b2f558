package io.hotlens.skills.builtin.gc;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import java.util.List;

/// What a snapshot of the gc skill holds; rates are over the last minute, or as long as we watch.
final class GcMetrics {

    static final Metric COLLECTIONS =
            metric(
                    "collections_per_min",
                    Unit.PER_MINUTE,
                    MetricKind.GAUGE,
                    "Collections that stopped the application (collections heard).");
    static final Metric TIME_IN_GC =
            metric(
                    "time_in_gc_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Share of time for which collections stopped the application (collections"
                            + " heard).");
    static final Metric LONGEST_PAUSE =
            metric(
                    "longest_pause_ms",
                    Unit.MILLISECONDS,
                    MetricKind.GAUGE,
                    "Longest stop by a collection (collections heard).");
    static final Metric LIVE_SET =
            metric(
                    "live_set_mb",
                    Unit.MEGABYTES,
                    MetricKind.GAUGE,
                    "Heap still used after the newest collection (collections heard).");
    static final Metric ALLOCATION =
            metric(
                    "allocation_mb_per_s",
                    Unit.MEGABYTES_PER_SECOND,
                    MetricKind.GAUGE,
                    "Objects allocated, from heap use between collections, else from thread"
                            + " counters.");
    static final Metric PROMOTION =
            metric(
                    "promotion_mb_per_s",
                    Unit.MEGABYTES_PER_SECOND,
                    MetricKind.GAUGE,
                    "Growth of the old generation over collections of the young one (collections"
                            + " heard).");
    static final Metric PENDING_FINALIZATION =
            metric(
                    "pending_finalization",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Objects that wait for their finalizer (Memory MXBean, each 5 s).");

    static final List<Metric> ALL =
            List.of(
                    COLLECTIONS,
                    TIME_IN_GC,
                    LONGEST_PAUSE,
                    LIVE_SET,
                    ALLOCATION,
                    PROMOTION,
                    PENDING_FINALIZATION);

    private GcMetrics() {}

    private static Metric metric(String name, Unit unit, MetricKind kind, String meaning) {
        return new Metric("gc", name, unit, kind, meaning);
    }
}
