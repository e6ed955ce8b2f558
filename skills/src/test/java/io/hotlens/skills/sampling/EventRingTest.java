package io.hotlens.skills.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class EventRingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final EventRing ring = new EventRing(() -> NOW);

    private void collect(Instant at) {
        ring.add(
                new TargetEvent.Collection(
                        at, "Copy", "end of minor GC", "x", Duration.ofMillis(1), true, 2, 1, 1));
    }

    private void record(String type, Instant at) {
        ring.add(new TargetEvent.Recorded(at, type, Duration.ZERO, "", Map.of(), List.of()));
    }

    @Test
    void onlyWhatLiesInTheWindowIsAnsweredNewestFirst() {
        collect(NOW.minusSeconds(90));
        collect(NOW.minusSeconds(30));
        collect(NOW.minusSeconds(10));
        assertEquals(
                List.of(NOW.minusSeconds(10), NOW.minusSeconds(30)),
                ring.collections(Duration.ofMinutes(1)).stream()
                        .map(TargetEvent.Collection::at)
                        .toList());
    }

    @Test
    void aFloodSaysSinceWhenItIsComplete() {
        Instant first = NOW.minusSeconds(50);
        for (int i = 0; i < 9_999; i++) {
            collect(first.plusMillis(4L * i));
        }
        assertEquals(Optional.empty(), ring.collectionsCompleteSince());
        collect(NOW.minusSeconds(2));
        collect(NOW.minusSeconds(1));
        assertEquals(Optional.of(first.plusMillis(4)), ring.collectionsCompleteSince());
    }

    @Test
    void aFloodOfOneTypeLeavesTheOthers() {
        record("jdk.ThreadPark", NOW.minusSeconds(20));
        for (int i = 0; i < 5_000; i++) {
            record("jdk.JavaMonitorEnter", NOW);
        }
        assertEquals(1, ring.recorded("jdk.ThreadPark", Duration.ofMinutes(1)).size());
        assertEquals(1_000, ring.recorded("jdk.JavaMonitorEnter", Duration.ofMinutes(1)).size());
        assertEquals(5_000, ring.count("jdk.JavaMonitorEnter"));
    }
}
