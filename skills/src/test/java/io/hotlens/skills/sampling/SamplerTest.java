package io.hotlens.skills.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.target.Attention;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class SamplerTest {

    private static final Metric METRIC =
            new Metric("gc", "live_set_mb", Unit.MEGABYTES, MetricKind.GAUGE, "what is left");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final History history = new History(() -> now);
    private final Attention attention = new Attention(() -> now);
    private final Sampler sampler = new Sampler(history, () -> now, attention);

    private void passSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            sampler.tick();
            now = now.plusSeconds(1);
        }
    }

    @Test
    void eachTaskRunsAtItsOwnPeriod() {
        var fast = new AtomicInteger();
        var slow = new AtomicInteger();
        sampler.every(Duration.ofSeconds(1), fast::incrementAndGet);
        sampler.every(Duration.ofSeconds(5), slow::incrementAndGet);
        passSeconds(10);
        assertEquals(10, fast.get());
        assertEquals(2, slow.get());
    }

    @Test
    void aTargetThatNobodyLooksAtIsReadCalmly() {
        var fast = new AtomicInteger();
        var slow = new AtomicInteger();
        passSeconds(60);
        sampler.every(Duration.ofSeconds(1), fast::incrementAndGet);
        sampler.every(Duration.ofSeconds(60), slow::incrementAndGet);
        passSeconds(60);
        assertEquals(2, fast.get());
        assertEquals(1, slow.get(), "what is rare stays as it is");
        attention.look();
        passSeconds(60);
        assertEquals(62, fast.get(), "a look is seen at once and holds for a minute");
        passSeconds(60);
        assertEquals(64, fast.get());
    }

    @Test
    void aFailingSourceLeavesAGapAndIsTriedAgain() {
        var turn = new AtomicInteger();
        sampler.sample(
                Duration.ofSeconds(1),
                () -> {
                    if (turn.incrementAndGet() % 2 == 0) {
                        throw new TargetException.TimedOut("too slow");
                    }
                    return Map.of(METRIC, Reading.of(turn.get()));
                });
        passSeconds(6);
        assertEquals(3, history.series(METRIC, Duration.ofMinutes(1)).points().size());
    }

    @Test
    void anUnavailableReadingIsAGapAndKeepsItsReason() {
        sampler.sample(
                Duration.ofSeconds(1), () -> Map.of(METRIC, Reading.unavailable("needs JDK 25")));
        passSeconds(3);
        assertTrue(history.series(METRIC, Duration.ofMinutes(1)).isEmpty());
        assertEquals(new Reading.Unavailable("needs JDK 25"), history.latest(METRIC));
    }

    @Test
    void aWindowHoldsOnlyItsOwnTime() {
        sampler.sample(Duration.ofSeconds(1), () -> Map.of(METRIC, Reading.of(1)));
        passSeconds(60);
        assertEquals(10, history.series(METRIC, Duration.ofSeconds(10)).points().size());
    }

    @Test
    void aClosedTaskRunsNoMore() {
        var runs = new AtomicInteger();
        var task = sampler.every(Duration.ofSeconds(1), runs::incrementAndGet);
        passSeconds(2);
        task.close();
        passSeconds(5);
        assertEquals(2, runs.get());
    }

    @Test
    void aFullRingForgetsTheOldest() {
        var ring = new RingBuffer<Integer>(3);
        List.of(1, 2, 3, 4, 5).forEach(ring::add);
        assertEquals(List.of(3, 4, 5), ring.oldestFirst());
        assertEquals(List.of(5, 4, 3), ring.newestFirst());
    }

    @Test
    void aRecentValueIsReadOnceWithinItsAge() {
        var reads = new AtomicInteger();
        var recent = new Recent<>(Duration.ofSeconds(2), () -> now, reads::incrementAndGet);
        recent.get();
        now = now.plusSeconds(1);
        assertEquals(1, recent.get());
        now = now.plusSeconds(2);
        assertEquals(2, recent.get());
    }
}
