package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Series;

import java.util.ArrayList;
import java.util.Arrays;

/// The values of a metric at the last steps, as they were judged.
final class Latest {

    private final double[] values = new double[Steps.KEPT];
    private int next;

    Latest() {
        Arrays.fill(values, Double.NaN);
    }

    void add(int step, double value) {
        for (int missed = Math.max(next, step - Steps.KEPT); missed < step; missed++) {
            values[missed % Steps.KEPT] = Double.NaN;
        }
        values[step % Steps.KEPT] = value;
        next = step + 1;
    }

    /// Without the steps at which there was no value.
    Series series(Steps steps) {
        var points = new ArrayList<Series.Point>();
        for (int step = Math.max(0, steps.taken() - Steps.KEPT); step < next; step++) {
            double value = values[step % Steps.KEPT];
            if (!Double.isNaN(value)) {
                points.add(new Series.Point(steps.at(step), value));
            }
        }
        return new Series(points);
    }
}
