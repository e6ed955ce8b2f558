package io.hotlens.skills.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;

/// What was never given back of a number that goes up and down: at each moment the least that any
/// later one had. A leak raises the floor; use that comes and goes does not.
///
/// @param newest the number itself at the newest point; NaN of an empty series
/// @param line the straight line through the floor
/// @param added rise of the floor over the series
/// @param addedLately its rise over the last third of the time: 0 when the growth has ended
public record Floor(double newest, Slope line, double added, double addedLately) {

    private static final int LATELY = 3;

    public static Floor of(Series series) {
        var points = new ArrayList<Series.Point>();
        double least = Double.POSITIVE_INFINITY;
        for (Series.Point point : series.points().reversed()) {
            least = Math.min(least, point.value());
            points.add(new Series.Point(point.at(), least));
        }
        Collections.reverse(points);
        var floor = new Series(points);
        double newest = series.isEmpty() ? Double.NaN : series.points().getLast().value();
        return new Floor(newest, floor.slope(), rise(floor), lately(floor));
    }

    /// The rise since the newest point that is at least a third of the time old.
    private static double lately(Series floor) {
        if (floor.isEmpty()) {
            return 0;
        }
        Series.Point last = floor.points().getLast();
        Instant cut = last.at().minus(floor.span().dividedBy(LATELY));
        return last.value()
                - floor.points().reversed().stream()
                        .filter(point -> !point.at().isAfter(cut))
                        .findFirst()
                        .orElse(last)
                        .value();
    }

    private static double rise(Series floor) {
        return floor.isEmpty()
                ? 0
                : floor.points().getLast().value() - floor.points().getFirst().value();
    }
}
