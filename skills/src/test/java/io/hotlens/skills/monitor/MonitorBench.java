package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a sample costs the monitor and what a metric occupies. Prints the ratios to the limits.
@Tag("bench")
class MonitorBench {

    private static final double LIMIT_NANOS = 1_000;
    private static final double LIMIT_BYTES = 2_048;
    private static final int STEPS = 2_000;
    private static final int ROUNDS = 20;
    private static final int DETECTORS = 300;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static List<Map<Metric, Reading>> readings() {
        var target = new HealthyMetrics(1, START);
        var all = new ArrayList<Map<Metric, Reading>>();
        for (int i = 0; i < STEPS; i++) {
            all.add(target.next(START.plusSeconds(30L * i)));
        }
        return all;
    }

    private static Detector run(List<Map<Metric, Reading>> readings) {
        var detector = new Detector(MonitorSettings.DEFAULT, START);
        for (int i = 0; i < readings.size(); i++) {
            detector.step(START.plusSeconds(30L * i), readings.get(i));
        }
        return detector;
    }

    @Test
    void timeOfASample() {
        List<Map<Metric, Reading>> readings = readings();
        double samples = (double) readings.size() * readings.getFirst().size();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            run(readings);
            best = Math.min(best, (System.nanoTime() - begin) / samples);
        }
        System.out.printf(
                "monitor: %.0f ns a sample; ratio to the limit of %.0f ns: %.2f%n",
                best, LIMIT_NANOS, best / LIMIT_NANOS);
    }

    @Test
    void bytesOfAMetric() {
        List<Map<Metric, Reading>> readings = readings().subList(0, 300);
        run(readings);
        var held = new ArrayList<Detector>();
        long before = used();
        for (int i = 0; i < DETECTORS; i++) {
            held.add(run(readings));
        }
        double bytes = (used() - before) / (double) (DETECTORS * held.getFirst().metrics().size());
        System.out.printf(
                "monitor: %.0f bytes a metric; ratio to the limit of %.0f bytes: %.2f%n",
                bytes, LIMIT_BYTES, bytes / LIMIT_BYTES);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
