package io.hotlens.skills.builtin.heap;

import java.time.Duration;
import java.time.Instant;

/// A cache at one look; counts are NaN where the library does not tell them.
///
/// @param hits since the statistics began
/// @param evictions entries thrown out to make room
record Cache(
        String name,
        String kind,
        Instant at,
        double hits,
        double misses,
        double evictions,
        double entries) {

    /// What happened between two looks.
    ///
    /// @param hitPct NaN when nothing was asked
    record Use(Duration window, double gets, double hitPct, double evictions) {}

    double gets() {
        return hits + misses;
    }

    double hitPct() {
        return gets() > 0 ? hits / gets() * 100 : Double.NaN;
    }

    /// The use since an earlier look; a reset of the statistics counts from their new beginning.
    Use since(Cache earlier) {
        boolean reset = gets() < earlier.gets();
        double gets = reset ? gets() : gets() - earlier.gets();
        double found = reset ? hits : hits - earlier.hits;
        return new Use(
                Duration.between(earlier.at, at),
                gets,
                gets > 0 ? found / gets * 100 : Double.NaN,
                reset ? evictions : evictions - earlier.evictions);
    }

    boolean isSame(Cache other) {
        return name.equals(other.name) && kind.equals(other.kind);
    }
}
