package io.hotlens.ui.control;

import java.time.Instant;

/// The part of a chart in which lines are drawn, in pixels, and what its edges stand for.
///
/// @param least value at the bottom
/// @param most value at the top
record ChartPlot(
        double left,
        double top,
        double right,
        double bottom,
        ChartTime.Range range,
        double least,
        double most) {

    double width() {
        return right - left;
    }

    int columns() {
        return Math.max(1, (int) width());
    }

    double x(Instant at) {
        return left + range.share(at) * width();
    }

    Instant at(double x) {
        return range.at(Math.clamp((x - left) / width(), 0, 1));
    }

    double y(double value) {
        return bottom - Math.clamp((value - least) / (most - least), 0, 1) * (bottom - top);
    }

    boolean holds(double x) {
        return x >= left && x <= right;
    }

    ChartPlot scaled(double from, double to) {
        return new ChartPlot(left, top, right, bottom, range, from, to);
    }
}
