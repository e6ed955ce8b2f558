package io.hotlens.skills.builtin.overload;

import java.util.List;

/// How long threads wait for a connection, in milliseconds.
///
/// @param ended of those that got one within the last seconds
/// @param present the longest of those that still wait
record WaitTimes(List<Double> ended, double present) {

    private static final int FEW = 3;

    WaitTimes {
        ended = ended.stream().sorted().toList();
    }

    double longest() {
        return ended.isEmpty() ? present : Math.max(present, ended.getLast());
    }

    /// The median of the waits that ended; as long as few did, the longest there is.
    double usual() {
        return ended.size() < FEW ? longest() : ended.get(ended.size() / 2);
    }
}
