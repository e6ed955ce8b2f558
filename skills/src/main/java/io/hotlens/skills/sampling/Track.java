package io.hotlens.skills.sampling;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;

/// The newest points of one metric, 16 bytes each; safe from any thread.
final class Track {

    private static final int FIRST = 64;
    private static final long NANOS = 1_000_000_000L;

    private final Metric metric;
    private final int capacity;
    private long[] times = new long[FIRST];
    private double[] values = new double[FIRST];
    private int oldest;
    private int size;

    Track(Metric metric, int capacity) {
        this.metric = metric;
        this.capacity = capacity;
    }

    Metric metric() {
        return metric;
    }

    synchronized void add(Instant at, double value) {
        if (size == times.length && size < capacity) {
            int larger = Math.min(capacity, size * 2);
            times = Arrays.copyOf(times, larger);
            values = Arrays.copyOf(values, larger);
        }
        int place = (oldest + size) % times.length;
        times[place] = nanos(at);
        values[place] = value;
        if (size < times.length) {
            size++;
        } else {
            oldest = (oldest + 1) % times.length;
        }
    }

    /// Since 1970, which is early enough for every question.
    private static long nanos(Instant at) {
        return at.isBefore(Instant.EPOCH) ? 0 : at.getEpochSecond() * NANOS + at.getNano();
    }

    /// The points from `from` on, oldest first.
    synchronized Series since(Instant from) {
        long earliest = nanos(from);
        int first = size;
        while (first > 0 && times[(oldest + first - 1) % times.length] >= earliest) {
            first--;
        }
        var points = new ArrayList<Series.Point>(size - first);
        for (int i = first; i < size; i++) {
            int place = (oldest + i) % times.length;
            Instant at = Instant.ofEpochSecond(times[place] / NANOS, times[place] % NANOS);
            points.add(new Series.Point(at, values[place]));
        }
        return new Series(points);
    }
}
