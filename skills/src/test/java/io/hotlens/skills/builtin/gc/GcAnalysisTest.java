package io.hotlens.skills.builtin.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.TargetEvent.Collection;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class GcAnalysisTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Collection pause(int second, int millis, double before, double after) {
        return new Collection(
                START.plusSeconds(second),
                "G1 Young Generation",
                "end of minor GC",
                "G1 Evacuation Pause",
                Duration.ofMillis(millis),
                true,
                before,
                after,
                after / 2);
    }

    /// One collection each two seconds, 100 MB of garbage in each, leaving what `left` says.
    private static GcAnalysis leaving(double... left) {
        List<Collection> collections = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            collections.addFirst(pause(i * 2, 20, left[i] + 100, left[i]));
        }
        return GcAnalysis.of(collections, Duration.ofSeconds(left.length * 2L));
    }

    @Test
    void aSteadyRiseOfWhatSurvivesIsALeak() {
        GcAnalysis.LiveSet live = leaving(10, 20, 30, 40, 50, 60).liveSet();
        assertEquals(300, live.floor().perMinute(), 1);
        assertEquals(1, live.floor().r2(), 0.01);
        assertEquals(0, live.drops());
        assertEquals(60, live.newestMb());
    }

    @Test
    void aCacheThatIsDroppedDoesNotRaiseTheFloor() {
        GcAnalysis.LiveSet live = leaving(10, 60, 110, 160, 12, 60, 110, 160, 11).liveSet();
        assertEquals(2, live.drops());
        assertTrue(live.floor().perMinute() < 5, () -> "floor rises " + live.floor().perMinute());
    }

    @Test
    void timeInGcIsOverTheWholeWindow() {
        assertEquals(1, leaving(10, 10, 10, 10, 10).timeInGcPct(), 0.001);
        assertEquals(30, leaving(10, 10, 10, 10, 10).perMinute(), 0.001);
    }

    @Test
    void allocationIsWhatWasAddedBetweenCollections() {
        assertEquals(50, leaving(10, 10, 10, 10).allocationMbPerS(), 0.001);
    }

    @Test
    void oneCollectionGivesNoRate() {
        assertTrue(Double.isNaN(leaving(10).allocationMbPerS()));
    }

    @Test
    void concurrentCyclesStopNothing() {
        var cycle =
                new Collection(
                        START,
                        "ZGC Major Cycles",
                        "end of GC cycle",
                        "Proactive",
                        Duration.ofSeconds(3),
                        false,
                        100,
                        20,
                        20);
        GcAnalysis analysis = GcAnalysis.of(List.of(cycle), Duration.ofSeconds(10));
        assertEquals(0, analysis.timeInGcPct());
        assertEquals(0, analysis.longestMs());
    }
}
