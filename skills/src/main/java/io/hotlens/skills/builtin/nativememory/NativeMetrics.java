package io.hotlens.skills.builtin.nativememory;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import java.util.List;

/// What a snapshot of the native skill holds, each at most 5 s old.
final class NativeMetrics {

    static final Metric RSS =
            metric("rss_mb", "Resident memory of the process (/proc, else jdk.ResidentSetSize).");
    static final Metric COMMITTED =
            metric(
                    "native_committed_mb",
                    "What the JVM committed in all, the heap included (native memory tracking, each"
                            + " 15 s).");
    static final Metric DIRECT =
            metric("direct_buffers_mb", "Direct byte buffers (BufferPool MXBean).");
    static final Metric MAPPED = metric("mapped_mb", "Mapped byte buffers (BufferPool MXBean).");
    static final Metric UNACCOUNTED =
            metric(
                    "malloc_unaccounted_mb",
                    "Resident anonymous memory outside the heap that is neither class metadata,"
                            + " compiled code nor direct buffers (/proc/PID/smaps).");

    static final List<Metric> ALL = List.of(RSS, COMMITTED, DIRECT, MAPPED, UNACCOUNTED);

    private NativeMetrics() {}

    private static Metric metric(String name, String meaning) {
        return new Metric("native", name, Unit.MEGABYTES, MetricKind.GAUGE, meaning);
    }
}
