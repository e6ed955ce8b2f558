package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;

import java.util.List;

/// What a snapshot of the ports skill holds.
final class PortsMetrics {

    static final Metric OPEN_FDS =
            metric(
                    "open_fds",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Open file descriptors (/proc/PID/fd, else OperatingSystem MXBean each 5 s).");
    static final Metric FD_LIMIT =
            metric(
                    "fd_limit",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "How many the process may open (/proc/PID/limits, else OperatingSystem MXBean;"
                            + " each minute).");
    static final Metric FD_USED =
            metric(
                    "fd_used_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Open file descriptors as share of the limit.");
    static final Metric SOCKETS =
            metric(
                    "sockets",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Open sockets, those of the same host too (/proc/PID/fd).");
    static final Metric LISTENING =
            metric(
                    "listening",
                    Unit.COUNT,
                    MetricKind.GAUGE,
                    "Sockets on which connections are accepted (/proc/PID/net).");

    static final List<Metric> ALL = List.of(OPEN_FDS, FD_LIMIT, FD_USED, SOCKETS, LISTENING);

    private PortsMetrics() {}

    private static Metric metric(String name, Unit unit, MetricKind kind, String meaning) {
        return new Metric("ports", name, unit, kind, meaning);
    }
}
