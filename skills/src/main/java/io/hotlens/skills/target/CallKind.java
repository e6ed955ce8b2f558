package io.hotlens.skills.target;

import java.time.Duration;

/// The kinds of calls to a target: how long each may take, and what one costs the target. The costs
/// are medians measured on idle targets of about 200 threads; they serve estimates, no accounting.
enum CallKind {
    READ(Duration.ofSeconds(5), 0.35, 0),
    SAMPLE(Duration.ofSeconds(5), 1.2, 0),
    DEADLOCKS(Duration.ofSeconds(5), 1.3, 0.3),
    COMMAND(Duration.ofSeconds(5), 0.5, 0.1),
    LONG_COMMAND(Duration.ofSeconds(15), 10, 2),
    THREAD_PRINT(Duration.ofSeconds(15), 5, 4),
    THREAD_JSON(Duration.ofSeconds(60), 50, 5),
    HISTOGRAM(Duration.ofSeconds(60), 100, 100),
    EVENTS(Duration.ofSeconds(15), 5, 1),
    CONNECT(Duration.ofSeconds(10), 50, 0);

    private final Duration limit;
    private final double cpuMs;
    private final double pauseMs;

    CallKind(Duration limit, double cpuMs, double pauseMs) {
        this.limit = limit;
        this.cpuMs = cpuMs;
        this.pauseMs = pauseMs;
    }

    /// After this long the caller is set free.
    Duration limit() {
        return limit;
    }

    /// Processor time of the target, in milliseconds.
    double cpuMs() {
        return cpuMs;
    }

    /// How long the target stands still, in milliseconds.
    double pauseMs() {
        return pauseMs;
    }

    /// Whether only one such call may run on a target at a time.
    boolean heavy() {
        return this == THREAD_PRINT || this == THREAD_JSON || this == HISTOGRAM;
    }

    /// Whether the target may legitimately stay silent while such a call runs.
    boolean stopsTheWorldLong() {
        return this == HISTOGRAM || this == THREAD_JSON;
    }
}
