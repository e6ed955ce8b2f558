package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.EventFeed.EventWish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

class SmallPartsTest {

    private static final String JSON =
            """
            {"threadDump": {"processId": "7", "time": "t", "threadContainers": [
              {"container": "<root>", "parent": null, "owner": null, "threads": [
                {"tid": "3", "name": "main", "state": "RUNNABLE", "stack": ["a.B.c(B.java:1)"]}],
               "threadCount": "1"},
              {"container": "pool@1", "parent": "<root>", "owner": "3", "threads": [
                {"tid": "30", "virtual": true, "name": "", "state": "BLOCKED",
                 "blockedOn": "com.x.Lock@7", "parkBlocker": {"object": "x", "owner": "3"},
                 "monitorsOwned": [{"depth": 1, "locks": ["y"]}], "stack": []}],
               "threadCount": "1"}]}}
            """;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    io.x.Main a b,              io.x.Main,         Main,       a b
                    Main,                       Main,              Main,       ''
                    app/io.x.Main -v,           app/io.x.Main,     Main,       -v
                    /srv/x-1.0.jar --port 1,    /srv/x-1.0.jar,    x-1.0.jar,  --port 1
                    /my srv/x.jar y,            /my srv/x.jar,     x.jar,      y
                    """)
    void javaCommandIsTakenApart(String line, String main, String name, String arguments) {
        assertEquals(new JavaCommand(main, name, arguments), JavaCommand.ofLine(line));
    }

    @Test
    void commandLineYieldsTheMainClassBehindTheOptions() {
        assertEquals(
                new JavaCommand("io.x.Main", "Main", "a"),
                JavaCommand.ofWords(List.of("java", "-Xmx1g", "-cp", "a.jar:b", "io.x.Main", "a"))
                        .orElseThrow());
        assertEquals(
                "x.jar",
                JavaCommand.ofWords(List.of("java", "-jar", "/srv/x.jar")).orElseThrow().name());
        assertTrue(JavaCommand.ofWords(List.of("java", "-version")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_402, 8", "17.0.15, 17", "25-ea, 25", "25, 25", "'', 0", "x, 0"})
    void featureReleaseIsReadFromTheVersion(String version, int feature) {
        assertEquals(feature, Description.feature(version));
    }

    @Test
    void unionTakesTheLowestThresholdTheShortestPeriodAndAnyStack() {
        Map<String, String> settings =
                JfrSettings.union(
                        List.of(
                                EventWish.of("jdk.ThreadPark").threshold(20),
                                EventWish.of("jdk.CPULoad").every(2000),
                                EventWish.of("jdk.ThreadPark").threshold(10).withStack(),
                                EventWish.of("jdk.ThreadPark"),
                                EventWish.of("jdk.CPULoad").every(1000)));
        assertEquals("10 ms", settings.get("jdk.ThreadPark#threshold"));
        assertEquals("true", settings.get("jdk.ThreadPark#stackTrace"));
        assertEquals("1000 ms", settings.get("jdk.CPULoad#period"));
        assertEquals("false", settings.get("jdk.CPULoad#stackTrace"));
        assertFalse(settings.containsKey("jdk.CPULoad#threshold"));
        assertTrue(JfrSettings.union(List.of()).isEmpty());
    }

    @Test
    void floodsAreThrottled() {
        assertEquals(
                "100/s",
                JfrSettings.union(List.of(EventWish.of("jdk.ObjectAllocationSample")))
                        .get("jdk.ObjectAllocationSample#throttle"));
    }

    @ParameterizedTest
    @CsvSource({
        "G1 Young Generation, true",
        "G1 Old Generation, true",
        "G1 Concurrent GC, false",
        "ZGC Minor Cycles, false",
        "ZGC Major Pauses, true",
        "Shenandoah Cycles, false",
        "PS MarkSweep, true",
        "MarkSweepCompact, true"
    })
    void concurrentCyclesAreNoPauses(String collector, boolean pause) {
        assertEquals(pause, GcNotifications.isPause(collector));
    }

    @Test
    void oldGenerationIsFoundForEveryCollector() {
        assertEquals(
                Set.of("G1 Old Gen"),
                GcNotifications.oldOf(Set.of("G1 Eden Space", "G1 Survivor Space", "G1 Old Gen")));
        assertEquals(
                Set.of("Tenured Gen"),
                GcNotifications.oldOf(Set.of("Eden Space", "Survivor Space", "Tenured Gen")));
        assertEquals(
                Set.of("ZGC Old Generation"),
                GcNotifications.oldOf(Set.of("ZGC Young Generation", "ZGC Old Generation")));
        assertEquals(Set.of("Shenandoah"), GcNotifications.oldOf(Set.of("Shenandoah")));
    }

    @Test
    void costFadesAfterAMinuteAndItsTotalsStay() {
        var now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
        InstantSource clock = now::get;
        var meter = new CostMeter(clock);
        for (int i = 0; i < 100; i++) {
            meter.count(CallKind.THREAD_PRINT);
        }
        now.set(now.get().plus(Duration.ofSeconds(10)));
        ConnectionCost busy = meter.cost();
        assertEquals(100, busy.calls());
        assertEquals(Duration.ofMillis(400), busy.pauses());
        assertEquals(5.0, busy.cpuPct(), 0.01);
        now.set(now.get().plus(Duration.ofSeconds(60)));
        assertEquals(0.0, meter.cost().cpuPct());
        assertEquals(100, meter.cost().calls());
    }

    @Test
    void dumpOfManyThreadsCostsALongerPause() {
        var meter = new CostMeter(InstantSource.system());
        meter.count(CallKind.THREAD_PRINT);
        meter.countThreads(1_000);
        assertEquals(Duration.ofMillis(20), meter.cost().pauses());
    }

    @Test
    void jsonDumpIsReadWithVirtualThreads() throws IOException {
        List<ThreadContainer> read =
                ThreadJson.read(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                List.of(
                        new ThreadContainer(
                                "<root>",
                                "",
                                -1,
                                List.of(
                                        new ThreadContainer.Member(
                                                3,
                                                "main",
                                                false,
                                                "RUNNABLE",
                                                List.of("a.B.c(B.java:1)"),
                                                ""))),
                        new ThreadContainer(
                                "pool@1",
                                "<root>",
                                3,
                                List.of(
                                        new ThreadContainer.Member(
                                                30,
                                                "",
                                                true,
                                                "BLOCKED",
                                                List.of(),
                                                "com.x.Lock@7")))),
                read);
        assertThrows(
                IOException.class,
                () -> ThreadJson.read(new ByteArrayInputStream(new byte[] {'{', 'x'})));
    }

    @Test
    void histogramThatCollectsGarbageMustBeAskedForByName() {
        List<String> forced = List.of(CommandRules.FORCE_COLLECTION);
        assertEquals(CallKind.HISTOGRAM, CommandRules.kindOf("GC.class_histogram", forced));
        assertEquals(List.of(), CommandRules.passedOn(forced));
        assertThrows(
                TargetException.Unsupported.class,
                () -> CommandRules.kindOf("GC.class_histogram", List.of()));
        assertThrows(
                TargetException.Unsupported.class,
                () -> CommandRules.kindOf("VM.native_memory", List.of("baseline")));
    }
}
