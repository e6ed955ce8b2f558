package io.hotlens.ui.control;

import io.hotlens.skills.metric.Series;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// A series cut into pixel columns: the least and the greatest value that fall on each, so that a
/// spike of one second stays visible however long the window is.
public final class Envelope {

    private final double[] low;
    private final double[] high;

    private Envelope(double[] low, double[] high) {
        this.low = low;
        this.high = high;
    }

    /// @param columns pixel columns between `from` and `to`
    public static Envelope of(Series series, Instant from, Instant to, int columns) {
        double[] low = new double[columns];
        double[] high = new double[columns];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        double span = Math.max(1, Duration.between(from, to).toMillis());
        for (Series.Point point : series.points()) {
            double share = Duration.between(from, point.at()).toMillis() / span;
            if (share >= 0 && share <= 1) {
                int column = Math.min(columns - 1, (int) (share * columns));
                low[column] = lesser(low[column], point.value());
                high[column] = greater(high[column], point.value());
            }
        }
        return new Envelope(low, high);
    }

    public int columns() {
        return low.length;
    }

    /// The least value on a column; NaN where it has no point.
    public double low(int column) {
        return low[column];
    }

    /// The greatest value on a column; NaN where it has no point.
    public double high(int column) {
        return high[column];
    }

    public boolean has(int column) {
        return !Double.isNaN(low[column]);
    }

    /// The greatest value of all; 0 when there is none.
    public double top() {
        return Arrays.stream(high).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    /// The least value of all; 0 when there is none.
    public double bottom() {
        return Arrays.stream(low).filter(value -> !Double.isNaN(value)).min().orElse(0);
    }

    private static double lesser(double old, double value) {
        return Double.isNaN(old) ? value : Math.min(old, value);
    }

    private static double greater(double old, double value) {
        return Double.isNaN(old) ? value : Math.max(old, value);
    }
}
