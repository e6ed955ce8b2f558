package io.hotlens.ui.control;

import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;

import java.util.List;
import java.util.Optional;

/// What a chart shows.
///
/// @param expected where the values of the first line are expected
/// @param stale whether the values are old
record ChartContent(
        List<ChartLine> lines,
        Unit unit,
        Optional<Band> expected,
        List<ChartMark> marks,
        boolean stale) {

    static final ChartContent NONE =
            new ChartContent(List.of(), Unit.COUNT, Optional.empty(), List.of(), false);

    ChartContent {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    ChartContent with(List<ChartLine> other, Unit of) {
        return new ChartContent(other, of, expected, marks, stale);
    }

    ChartContent expecting(Optional<Band> band) {
        return new ChartContent(lines, unit, band, marks, stale);
    }

    ChartContent marked(List<ChartMark> other) {
        return new ChartContent(lines, unit, expected, other, stale);
    }

    ChartContent stale(boolean old) {
        return new ChartContent(lines, unit, expected, marks, old);
    }
}
