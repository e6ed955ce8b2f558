package io.hotlens.skills.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Values of one metric in time order; a gap is a gap, not a zero.
public record Series(List<Point> points) {

    /// One value at one moment.
    public record Point(Instant at, double value) {}

    public static final Series EMPTY = new Series(List.of());

    public Series {
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    /// From the first point to the last.
    public Duration span() {
        return isEmpty()
                ? Duration.ZERO
                : Duration.between(points.getFirst().at(), points.getLast().at());
    }

    public double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    public Series since(Instant from) {
        return new Series(points.stream().filter(p -> !p.at().isBefore(from)).toList());
    }

    /// The straight line that fits best.
    public Slope slope() {
        return Slope.of(this);
    }
}
