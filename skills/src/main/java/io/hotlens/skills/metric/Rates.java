package io.hotlens.skills.metric;

import java.util.List;

/// Counters as rates.
public final class Rates {

    private Rates() {}

    /// The rise per second over a counter's series, summed over its rising parts, so that a reset
    /// of the counter counts as no rise; NaN when no time passed.
    public static double perSecond(Series counter) {
        double seconds = counter.span().toNanos() / 1e9;
        return seconds <= 0 ? Double.NaN : rise(counter) / seconds;
    }

    /// How far a counter rose over the series; a reset counts as no rise.
    public static double rise(Series counter) {
        double rise = 0;
        List<Series.Point> points = counter.points();
        for (int i = 1; i < points.size(); i++) {
            rise += Math.max(0, points.get(i).value() - points.get(i - 1).value());
        }
        return rise;
    }
}
