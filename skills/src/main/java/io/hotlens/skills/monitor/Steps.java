package io.hotlens.skills.monitor;

import java.time.Instant;

/// When the last steps of a detector were: kept once for all its metrics.
final class Steps {

    static final int KEPT = 24;

    private final long[] times = new long[KEPT];
    private int taken;

    /// Takes the next step; its number, counted from 0.
    int take(Instant at) {
        times[taken % KEPT] = at.toEpochMilli();
        return taken++;
    }

    int taken() {
        return taken;
    }

    Instant at(int step) {
        return Instant.ofEpochMilli(times[step % KEPT]);
    }
}
