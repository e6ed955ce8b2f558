package io.hotlens.skills.metric;

import java.time.Duration;
import java.util.ArrayList;
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

    /// The rise per second up to each point but the first; a reset of the counter counts as no
    /// rise.
    public static Series each(Series counter) {
        var rates = new ArrayList<Series.Point>();
        List<Series.Point> points = counter.points();
        for (int i = 1; i < points.size(); i++) {
            Series.Point before = points.get(i - 1);
            Series.Point point = points.get(i);
            double seconds = Duration.between(before.at(), point.at()).toNanos() / 1e9;
            if (seconds > 0) {
                double rise = Math.max(0, point.value() - before.value());
                rates.add(new Series.Point(point.at(), rise / seconds));
            }
        }
        return new Series(rates);
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
