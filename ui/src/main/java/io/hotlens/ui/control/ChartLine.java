package io.hotlens.ui.control;

import io.hotlens.skills.metric.Series;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One line of a chart.
///
/// @param name what tells it from the others; empty when it stands alone
public record ChartLine(String name, Series series) {

    private static final long LEAST_GAP_MS = 5_000;

    /// What lies this far apart no line bridges: three times what is usual, five seconds at least.
    long gapMs() {
        int steps = Math.max(1, series.points().size() - 1);
        return Math.max(LEAST_GAP_MS, 3 * series.span().toMillis() / steps);
    }

    /// The value at an instant: the nearest, unless it lies across a gap.
    public Optional<Series.Point> at(Instant at) {
        List<Series.Point> points = series.points();
        int after = after(points, at);
        Optional<Series.Point> earlier =
                after == 0 ? Optional.empty() : Optional.of(points.get(after - 1));
        Optional<Series.Point> later =
                after == points.size() ? Optional.empty() : Optional.of(points.get(after));
        return earlier.filter(point -> later.isEmpty() || away(point, at) <= away(later.get(), at))
                .or(() -> later)
                .filter(point -> away(point, at) < gapMs());
    }

    /// How many points lie before an instant.
    private static int after(List<Series.Point> points, Instant at) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at().isBefore(at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long away(Series.Point point, Instant at) {
        return Duration.between(point.at(), at).abs().toMillis();
    }
}
