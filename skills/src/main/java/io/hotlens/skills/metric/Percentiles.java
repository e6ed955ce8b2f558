package io.hotlens.skills.metric;

import java.util.Arrays;

/// Order statistics of a sample, nearest rank.
public final class Percentiles {

    private final double[] sorted;

    public Percentiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /// The value at `percent` (0 to 100), or NaN of an empty sample.
    public double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
