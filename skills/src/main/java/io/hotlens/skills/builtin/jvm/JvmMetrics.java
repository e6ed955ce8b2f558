package io.hotlens.skills.builtin.jvm;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import java.util.List;

/// What a snapshot of the jvm skill holds.
final class JvmMetrics {

    static final Metric HEAP_USED =
            metric(
                    "heap_used_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Used heap as share of its limit; garbage counts until it is collected (Memory"
                            + " MXBean, each 2 s).");
    static final Metric HEAP_MAX =
            metric(
                    "heap_max_mb",
                    Unit.MEGABYTES,
                    MetricKind.GAUGE,
                    "Limit of the heap (Memory MXBean, each 2 s).");
    static final Metric METASPACE =
            metric(
                    "metaspace_used_mb",
                    Unit.MEGABYTES,
                    MetricKind.GAUGE,
                    "Class metadata in use (Metaspace pool, each 5 s).");
    static final Metric CODE_CACHE =
            metric(
                    "code_cache_used_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Compiled code as share of the fullest code cache segment (code pools, each 30"
                            + " s).");
    static final Metric LIVE_THREADS =
            metric(
                    "live_threads",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Platform threads alive (performance counter, else Threading MXBean).");
    static final Metric PROCESS_CPU =
            metric(
                    "process_cpu_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "CPU of the process as share of all processors it may use (/proc on the same"
                            + " host, else OperatingSystem MXBean).");
    static final Metric SYSTEM_CPU =
            metric(
                    "system_cpu_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "CPU of everything on the host or in the container (OperatingSystem MXBean,"
                            + " each 5 s).");
    static final Metric RUN_QUEUE =
            metric(
                    "run_queue",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Virtual threads that wait for a carrier; where the JVM does not tell, threads"
                            + " that used CPU in the last 15 s beyond the number of processors.");
    static final Metric PROCESSORS =
            metric(
                    "processors",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Processors the JVM may use (OperatingSystem MXBean).");
    static final Metric LOADED_CLASSES =
            metric(
                    "loaded_classes",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Classes loaded at present (performance counters, else ClassLoading MXBean).");

    static final List<Metric> ALL =
            List.of(
                    HEAP_USED,
                    HEAP_MAX,
                    METASPACE,
                    CODE_CACHE,
                    LIVE_THREADS,
                    PROCESS_CPU,
                    SYSTEM_CPU,
                    RUN_QUEUE,
                    PROCESSORS,
                    LOADED_CLASSES);

    private JvmMetrics() {}

    private static Metric metric(String name, Unit unit, MetricKind kind, String meaning) {
        return new Metric("jvm", name, unit, kind, meaning);
    }
}
