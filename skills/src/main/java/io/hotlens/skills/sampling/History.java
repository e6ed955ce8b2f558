package io.hotlens.skills.sampling;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The last half hour of every metric that is sampled; safe from any thread.
public final class History {

    private static final int POINTS = 1_800;

    private final Map<String, Track> tracks = new ConcurrentHashMap<>();
    private final Map<String, Reading> latest = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public History(InstantSource clock) {
        this.clock = clock;
    }

    /// Makes a metric known before its first reading.
    public void declare(Metric metric) {
        tracks.computeIfAbsent(metric.id(), _ -> new Track(metric, POINTS));
    }

    /// Records one reading; an unavailable one leaves a gap.
    public void record(Metric metric, Instant at, Reading reading) {
        Track track = tracks.computeIfAbsent(metric.id(), _ -> new Track(metric, POINTS));
        latest.put(metric.id(), reading);
        if (reading instanceof Reading.Known(double value)) {
            track.add(at, value);
        }
    }

    /// Every metric that is known, by id.
    public Collection<Metric> metrics() {
        return tracks.values().stream()
                .map(Track::metric)
                .sorted(Comparator.comparing(Metric::id))
                .toList();
    }

    public Optional<Metric> metric(String id) {
        return Optional.ofNullable(tracks.get(id)).map(Track::metric);
    }

    /// The newest reading, or why there is none.
    public Reading latest(Metric metric) {
        return latest.getOrDefault(metric.id(), Reading.unavailable("not sampled yet"));
    }

    /// The points of the last `window`, oldest first; empty when the metric is unknown.
    public Series series(String id, Duration window) {
        Track track = tracks.get(id);
        return track == null ? Series.EMPTY : track.since(clock.instant().minus(window));
    }

    public Series series(Metric metric, Duration window) {
        return series(metric.id(), window);
    }
}
