package io.hotlens.skills.metric;

import java.time.Duration;
import java.time.Instant;

/// A least-squares line through a series.
///
/// @param perMinute rise in the metric's unit each minute
/// @param r2 share of the variance that the line explains, 0 to 1
/// @param last the line's value at the newest point
/// @param points how many points it rests on
/// @param span time from the first point to the last
public record Slope(double perMinute, double r2, double last, int points, Duration span) {

    /// Fits a line; fewer than two points, or no time between them, give a flat line with `r2` 0.
    public static Slope of(Series series) {
        int n = series.points().size();
        if (n < 2 || series.span().isZero()) {
            double value = n == 0 ? 0 : series.points().getLast().value();
            return new Slope(0, 0, value, n, series.span());
        }
        Instant start = series.points().getFirst().at();
        double meanX = 0;
        double meanY = 0;
        for (Series.Point point : series.points()) {
            meanX += minutes(start, point.at()) / n;
            meanY += point.value() / n;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Series.Point point : series.points()) {
            double dx = minutes(start, point.at()) - meanX;
            double dy = point.value() - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double slope = xy / xx;
        double r2 = yy == 0 ? 0 : xy * xy / (xx * yy);
        double last = meanY + slope * (minutes(start, series.points().getLast().at()) - meanX);
        return new Slope(slope, r2, last, n, series.span());
    }

    /// Minutes until the line reaches `limit`; positive infinity when it never does.
    public double minutesTo(double limit) {
        if (last >= limit) {
            return 0;
        }
        return perMinute <= 0 ? Double.POSITIVE_INFINITY : (limit - last) / perMinute;
    }

    private static double minutes(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 60e9;
    }
}
