package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Sixty metrics of a target without illness, simulated: noise, slow wander, seasons of the day and
/// the hour, heaps between collections, bursts of collections, counters, constants, queues that are
/// mostly empty. A restart empties heaps and counters.
final class HealthyMetrics {

    private static final double DAY = Duration.ofDays(1).toSeconds();
    private static final double HOUR = Duration.ofHours(1).toSeconds();

    /// What a metric does at a moment; keeps what it needs of the moment before.
    interface Source {
        /// @param second since midnight
        /// @param warm 0 just after a start of the target, 1 when it has warmed up
        double next(double second, double warm, RandomGenerator random);

        default void restart() {}
    }

    private final Map<Metric, Source> sources = new LinkedHashMap<>();
    private final RandomGenerator random;
    private Instant started;
    private boolean busy;

    HealthyMetrics(long seed, Instant started) {
        this.started = started;
        random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            double level = 20 * (i + 1);
            add("noise_" + i, Unit.COUNT, MetricKind.GAUGE, noise(level, level * 0.05));
        }
        for (int i = 0; i < 6; i++) {
            add("wander_" + i, Unit.MEGABYTES, MetricKind.GAUGE, new Wander(200, 0.9 + 0.015 * i));
        }
        for (int i = 0; i < 6; i++) {
            add("daily_" + i, Unit.PERCENT, MetricKind.RATIO, daily(45, 5 + 5 * i));
        }
        for (int i = 0; i < 4; i++) {
            add("hourly_" + i, Unit.PERCENT, MetricKind.RATIO, hourly(10, 60, 300 + 60 * i));
        }
        for (int i = 0; i < 6; i++) {
            add("heap_" + i, Unit.MEGABYTES, MetricKind.GAUGE, new Heap(300 + 100 * i, 5 + 3 * i));
        }
        for (int i = 0; i < 8; i++) {
            add("counter_" + i, Unit.COUNT, MetricKind.COUNTER, new Counter(30 * (i + 1), i * 0.1));
        }
        for (int i = 0; i < 4; i++) {
            add("gc_ms_" + i, Unit.MILLISECONDS, MetricKind.GAUGE, bursts(5, 40 + 20 * i));
        }
        for (int i = 0; i < 6; i++) {
            add("constant_" + i, Unit.COUNT, MetricKind.GAUGE, (_, _, _) -> 16);
        }
        for (int i = 0; i < 4; i++) {
            add("queue_" + i, Unit.COUNT, MetricKind.GAUGE, queue(0.02 + 0.02 * i));
        }
        for (int i = 0; i < 4; i++) {
            add("latency_" + i, Unit.MILLISECONDS, MetricKind.GAUGE, latency(20, 0.3 + 0.1 * i));
        }
        for (int i = 0; i < 4; i++) {
            add("threads_" + i, Unit.COUNT, MetricKind.GAUGE, new Steps(50 + 20 * i));
        }
    }

    private void add(String name, Unit unit, MetricKind kind, Source source) {
        sources.put(new Metric("sim", name, unit, kind, "Simulated."), source);
    }

    List<Metric> metrics() {
        return new ArrayList<>(sources.keySet());
    }

    void restart(Instant at) {
        started = at;
        sources.values().forEach(Source::restart);
    }

    /// Now and then a reading is missing.
    Map<Metric, Reading> next(Instant at) {
        double second = at.getEpochSecond() % DAY;
        double warm = Math.min(1, Duration.between(started, at).toSeconds() / 300.0);
        busy = random.nextDouble() < (busy ? 0.7 : 0.01);
        var readings = new LinkedHashMap<Metric, Reading>();
        sources.forEach(
                (metric, source) -> {
                    double value = source.next(second, warm, random);
                    boolean missing = random.nextDouble() < 0.002;
                    readings.put(
                            metric, missing ? Reading.unavailable("no answer") : Reading.of(value));
                });
        return readings;
    }

    private static double percent(double value) {
        return Math.clamp(value, 0, 100);
    }

    private static Source noise(double level, double spread) {
        return (_, _, random) -> level + spread * random.nextGaussian();
    }

    private static Source daily(double level, double swing) {
        return (second, warm, random) ->
                percent(
                        level
                                - swing * Math.cos(2 * Math.PI * second / DAY)
                                + 30 * (1 - warm)
                                + 3 * random.nextGaussian());
    }

    private static Source hourly(double level, double busy, double seconds) {
        return (second, _, random) ->
                percent((second % HOUR < seconds ? busy : level) + 2 * random.nextGaussian());
    }

    /// Collections come alone or, in a busy stretch, one after the other.
    private Source bursts(double usual, double burst) {
        return (_, _, random) -> (busy ? burst : usual) * Math.exp(0.4 * random.nextGaussian());
    }

    private static Source queue(double often) {
        return (_, _, random) ->
                random.nextDouble() < often ? Math.floor(-8 * Math.log(random.nextDouble())) : 0;
    }

    private static Source latency(double usual, double sigma) {
        return (_, warm, random) -> usual * (2 - warm) * Math.exp(sigma * random.nextGaussian());
    }

    /// Wanders about its level, each value near the one before.
    private static final class Wander implements Source {
        private final double level;
        private final double memory;
        private double off;

        Wander(double level, double memory) {
            this.level = level;
            this.memory = memory;
        }

        @Override
        public double next(double second, double warm, RandomGenerator random) {
            off = memory * off + random.nextGaussian() * Math.sqrt(1 - memory * memory);
            return level * (1 + 0.05 * off);
        }
    }

    /// Fills until a collection empties it to what lives.
    private static final class Heap implements Source {
        private final double most;
        private final double step;
        private double used;

        Heap(double most, double step) {
            this.most = most;
            this.step = step;
        }

        @Override
        public double next(double second, double warm, RandomGenerator random) {
            used += step * (0.5 + random.nextDouble());
            if (used > most * (0.9 + 0.1 * random.nextDouble())) {
                used = most * (0.2 + 0.02 * random.nextGaussian());
            }
            return used;
        }

        @Override
        public void restart() {
            used = 0;
        }
    }

    /// Rises by about the same every moment, with a season of the day.
    private static final class Counter implements Source {
        private final double step;
        private final double swing;
        private double count;

        Counter(double step, double swing) {
            this.step = step;
            this.swing = swing;
        }

        @Override
        public double next(double second, double warm, RandomGenerator random) {
            double season = 1 - Math.min(0.8, swing) * Math.cos(2 * Math.PI * second / DAY);
            count += Math.max(0, step * season * (1 + 0.1 * random.nextGaussian()));
            return count;
        }

        @Override
        public void restart() {
            count = 0;
        }
    }

    /// A whole number that now and then changes by one, and comes back.
    private static final class Steps implements Source {
        private final double level;
        private double now;

        Steps(double level) {
            this.level = level;
            now = level;
        }

        @Override
        public double next(double second, double warm, RandomGenerator random) {
            if (random.nextDouble() < 0.05) {
                now = level + Math.rint(1.5 * random.nextGaussian());
            }
            return now;
        }

        @Override
        public void restart() {
            now = level;
        }
    }
}
