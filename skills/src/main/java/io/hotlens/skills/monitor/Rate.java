package io.hotlens.skills.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// A counter read as its rise per second. A fall is a restart of the counter, not a value.
final class Rate {

    private double counted = Double.NaN;
    private Instant at = Instant.MIN;

    /// The rise per second since the value before; empty for the first one and after a fall.
    OptionalDouble next(Instant now, double count) {
        double before = counted;
        Instant then = at;
        counted = count;
        at = now;
        if (Double.isNaN(before) || count < before || !now.isAfter(then)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((count - before) * 1e9 / Duration.between(then, now).toNanos());
    }

    void forget() {
        counted = Double.NaN;
    }
}
