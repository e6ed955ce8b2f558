package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class GcEventsTest {

    private static final double MB = 1 << 20;
    private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

    private final GcEvents events = new GcEvents();

    private Optional<TargetEvent.Collection> add(String type, Map<String, Data> fields) {
        return events.add(
                new TargetEvent.Recorded(AT, type, Duration.ofMillis(9), "", fields, List.of()));
    }

    private Optional<TargetEvent.Collection> summary(int id, String when, double usedMb) {
        return add(
                "jdk.GCHeapSummary",
                Map.of(
                        "gcId", Data.of(id),
                        "when", Data.of(when),
                        "heapUsed", Data.of(usedMb * MB)));
    }

    private Optional<TargetEvent.Collection> end(int id, String name) {
        return add(
                "jdk.GarbageCollection",
                Map.of(
                        "gcId", Data.of(id),
                        "name", Data.of(name),
                        "cause", Data.of("Allocation Failure"),
                        "sumOfPauses", Data.of(7.5)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    G1New,             G1 Young Generation, false
                    G1Full,            G1 Old Generation,   true
                    ParallelScavenge,  PS Scavenge,         false
                    ParallelOld,       PS MarkSweep,        true
                    DefNew,            Copy,                false
                    SerialOld,         MarkSweepCompact,    true
                    """)
    void aCollectionCarriesTheNameOfItsBean(String recorded, String bean, boolean major) {
        summary(4, "Before GC", 100);
        summary(4, "After GC", 30);
        TargetEvent.Collection one = end(4, recorded).orElseThrow();
        assertEquals(bean, one.collector());
        assertEquals(major, one.major());
        assertTrue(one.pause());
        assertEquals("Allocation Failure", one.cause());
        assertEquals(Duration.ofNanos(7_500_000), one.duration());
        assertEquals(100, one.heapBeforeMb());
        assertEquals(30, one.heapAfterMb());
    }

    @Test
    void theOrderOfItsEventsDoesNotMatter() {
        assertTrue(end(1, "G1New").isEmpty());
        assertTrue(summary(1, "After GC", 10).isEmpty());
        assertEquals(20, summary(1, "Before GC", 20).orElseThrow().heapBeforeMb());
    }

    @Test
    void eventsOfTwoCollectionsAreNotMixed() {
        summary(1, "Before GC", 50);
        summary(2, "Before GC", 60);
        summary(2, "After GC", 20);
        summary(1, "After GC", 10);
        assertEquals(20, end(2, "G1New").orElseThrow().heapAfterMb());
        assertEquals(10, end(1, "G1New").orElseThrow().heapAfterMb());
    }

    @Test
    void theOldGenerationIsWhatIsNotYoung() {
        summary(1, "Before GC", 100);
        summary(1, "After GC", 40);
        add(
                "jdk.G1HeapSummary",
                Map.of(
                        "gcId", Data.of(1),
                        "when", Data.of("After GC"),
                        "edenUsedSize", Data.of(0),
                        "survivorUsedSize", Data.of(4 * MB)));
        assertEquals(36, end(1, "G1New").orElseThrow().oldAfterMb());
    }

    @Test
    void theOldGenerationOfParallelIsRead() {
        summary(1, "Before GC", 100);
        summary(1, "After GC", 40);
        add(
                "jdk.PSHeapSummary",
                Map.of(
                        "gcId", Data.of(1),
                        "when", Data.of("After GC"),
                        "oldObjectSpace", Data.fields().put("used", 25 * MB).build()));
        assertEquals(25, end(1, "ParallelScavenge").orElseThrow().oldAfterMb());
    }

    @Test
    void aConcurrentCycleIsNoPause() {
        summary(1, "Before GC", 100);
        summary(1, "After GC", 40);
        assertTrue(end(1, "G1Old").isEmpty());
    }

    @Test
    void whatNeverEndsIsForgotten() {
        for (int id = 0; id < 10_000; id++) {
            summary(id, "Before GC", 10);
        }
        summary(0, "After GC", 5);
        assertTrue(end(0, "G1New").isEmpty(), "its beginning was forgotten");
    }

    @Test
    void anEventWithoutAnIdIsLeftOut() {
        assertTrue(add("jdk.GCHeapSummary", Map.of("heapUsed", Data.of(1))).isEmpty());
    }

    @Test
    void onlyCollectorsThatStopForAWholeCollectionAreKnown() {
        assertTrue(
                GcEvents.knowAll(
                        Set.of("G1 Young Generation", "G1 Old Generation", "G1 Concurrent GC")));
        assertTrue(GcEvents.knowAll(Set.of("Copy", "MarkSweepCompact")));
        assertFalse(GcEvents.knowAll(Set.of("ZGC Minor Cycles", "ZGC Minor Pauses")));
        assertFalse(GcEvents.knowAll(Set.of("Shenandoah Pauses", "Shenandoah Cycles")));
        assertFalse(GcEvents.knowAll(Set.of()));
    }
}
