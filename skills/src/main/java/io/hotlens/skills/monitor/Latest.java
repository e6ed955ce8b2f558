package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Series;

import java.time.Instant;
import java.util.ArrayList;

/// The last values of a metric, as they were judged.
final class Latest {

    private static final int KEPT = 24;

    private final long[] times = new long[KEPT];
    private final double[] values = new double[KEPT];
    private int added;

    void add(Instant at, double value) {
        times[added % KEPT] = at.toEpochMilli();
        values[added % KEPT] = value;
        added++;
    }

    Series series() {
        var points = new ArrayList<Series.Point>();
        for (int i = Math.max(0, added - KEPT); i < added; i++) {
            points.add(new Series.Point(Instant.ofEpochMilli(times[i % KEPT]), values[i % KEPT]));
        }
        return new Series(points);
    }
}
