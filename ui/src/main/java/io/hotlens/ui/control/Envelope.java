package io.hotlens.ui.control;

import io.hotlens.skills.metric.Series;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// A series cut into pixel columns: the least and the greatest value that fall on each, so that a
/// spike of one second stays visible however long the window is.
///
/// @param low NaN where a column has no point
/// @param high NaN where a column has no point
public record Envelope(double[] low, double[] high) {

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

    public boolean has(int column) {
        return !Double.isNaN(low[column]);
    }

    /// The greatest value of all; 0 when there is none.
    public double top() {
        return Arrays.stream(high).filter(value -> !Double.isNaN(value)).max().orElse(0);
    }

    private static double lesser(double old, double value) {
        return Double.isNaN(old) ? value : Math.min(old, value);
    }

    private static double greater(double old, double value) {
        return Double.isNaN(old) ? value : Math.max(old, value);
    }
}
