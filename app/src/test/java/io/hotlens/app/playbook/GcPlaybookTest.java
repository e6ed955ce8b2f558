package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class GcPlaybookTest {

    private static final double MAX_HEAP_MB = 512;
    private static final String UNKNOWN = "{\"unavailable\":\"needs two collections\"}";

    private static Playbook healthy() {
        return Playbook.of("gc")
                .answer("gc_stats", stats(60, 0.3, 6))
                .answer("gc_live_set", live(0.5, 0.2, 0, 6, 55, 20))
                .answer("gc_causes", causes("G1 Evacuation Pause", 6, 60))
                .answer("gc_config", config(""))
                .answer("gc_long_gcs", "{\"total\":0,\"showing\":0,\"items\":[]}");
    }

    private static String stats(double windowS, double gcPct, double perMin) {
        return stats(windowS, gcPct, perMin, "20", "0");
    }

    private static String stats(
            double windowS, double gcPct, double perMin, String allocation, String pending) {
        return """
        {"window_s":%s,"collections":6,"collections_per_min":%s,"time_in_gc_pct":%s,
        "total_pause_ms":180,"longest_pause_ms":40,"allocation_mb_per_s":%s,
        "promotion_mb_per_s":0.1,"live_set_mb":100,"max_heap_mb":512,"live_set_pct":19.5,
        "concurrent_cycles":0,"pending_finalization":%s}\
        """
                .formatted(windowS, perMin, gcPct, allocation, pending);
    }

    private static String live(
            double perMin, double r2, int drops, int collections, double windowS, double pct) {
        double now = pct * MAX_HEAP_MB / 100;
        return """
        {"live_set_mb":%s,"slope_mb_per_min":%s,"r2":%s,"minutes_to_full":%s,"drops":%d,
        "collections":%d,"window_s":%s,"max_heap_mb":%s,"live_set_pct":%s}\
        """
                .formatted(
                        now,
                        perMin,
                        r2,
                        perMin > 0 ? (MAX_HEAP_MB - now) / perMin : "null",
                        drops,
                        collections,
                        windowS,
                        MAX_HEAP_MB,
                        pct);
    }

    private static String causes(String cause, int collections, double windowS) {
        return """
        {"window_s":%s,"items":[
        {"cause":"%s","collections":%d,"total_ms":180,"longest_ms":40}]}\
        """
                .formatted(windowS, cause, collections);
    }

    private static String config(String contradiction) {
        return """
        {"collector":"G1","collectors":["G1 Young Generation"],"heap_max_mb":512,
        "heap_committed_mb":512,"processors":4,"memory_mb":null,"options":["-Xmx512m"],
        "contradictions":[%s],"doubts":["the JVM was told to count on 2 processors"]}\
        """
                .formatted(contradiction.isEmpty() ? "" : '"' + contradiction + '"');
    }

    private static String allocators(String... threads) {
        return "{\"window_s\":30,\"threads\":[%s],\"sites\":[]}"
                .formatted(String.join(",", threads));
    }

    private static String thread(String name, double mbPerS) {
        return "{\"id\":21,\"name\":\"%s\",\"allocated_mb_per_s\":%s}".formatted(name, mbPerS);
    }

    private static String pause(double ms) {
        return """
        {"at":"2026-05-01T10:00:00Z","unix_ms":1777629600000,"collector":"G1 Old Generation",
        "action":"end of major GC","cause":"G1 Compaction Pause","pause_ms":%s,
        "heap_before_mb":500,"heap_after_mb":400}\
        """
                .formatted(ms);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    private static List<String> types(Playbook playbook) {
        return playbook.run().findings().stream()
                .map(finding -> finding.text("type").orElse(""))
                .toList();
    }

    @Test
    void aQuietHeapIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void aConnectionWithoutCollectionsYetIsLookedAtAgainFirst() {
        healthy()
                .answer("gc_stats", stats(0.5, 0, 0))
                .refuse("gc_live_set", "no collection since we connected")
                .looksAgain();
    }

    @Test
    void aShortWatchSaysNothing() {
        healthy().answer("gc_stats", stats(4, 0, 0)).looksAgain();
    }

    @Test
    void aHeapThatWasNeverCollectedIsHealthy() {
        healthy()
                .answer("gc_stats", stats(60, 0, 0, UNKNOWN, UNKNOWN))
                .answer(
                        "gc_live_set",
                        """
                        {"live_set_mb":null,"slope_mb_per_min":0,"r2":0,"minutes_to_full":null,
                        "drops":0,"collections":0,"window_s":0,"max_heap_mb":512,
                        "live_set_pct":null}\
                        """)
                .answer("gc_causes", "{\"window_s\":60,\"items\":[]}")
                .isSilent();
    }

    @Test
    void whatSurvivesAndGrowsIsALeak() {
        Data.Fields finding =
                healthy().answer("gc_live_set", live(60, 0.99, 0, 6, 55, 40)).finds("heap_leak");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("full in 5 min"));
    }

    @Test
    void aLeakThatLeavesMoreThanHalfAnHourIsAWarning() {
        Data.Fields finding =
                healthy().answer("gc_live_set", live(6, 0.99, 0, 12, 120, 40)).finds("heap_leak");
        assertEquals("warning", finding.text("severity").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"60, 0.8, 0, 55", "60, 0.99, 1, 55", "5, 0.99, 0, 280", "6, 0.99, 0, 55"})
    void aRiseThatIsUnevenOrFreedOrSlowOrSmallIsNoLeak(
            double perMin, double r2, int drops, double windowS) {
        healthy().answer("gc_live_set", live(perMin, r2, drops, 12, windowS, 40)).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"4, 20", "5, 14"})
    void aRiseOverFewCollectionsOrSecondsIsWatchedForLonger(int collections, double windowS) {
        healthy()
                .answer("gc_stats", stats(windowS + 1, 0.3, 12))
                .answer("gc_live_set", live(60, 0.99, 0, collections, windowS, 40))
                .looksAgain();
    }

    @Test
    void aNearlyFullHeapWarmsUpByMuch() {
        Playbook playbook = healthy().answer("gc_live_set", live(120, 0.99, 0, 12, 60, 75));
        playbook.isSilent();
        playbook.answer("gc_live_set", live(130, 0.99, 0, 12, 60, 75)).finds("heap_leak");
    }

    @Test
    void aTenthOfTheTimeInCollectionsIsTooMuch() {
        Playbook playbook = healthy().answer("gc_stats", stats(60, 9.9, 30));
        playbook.isSilent();
        Data.Fields finding = playbook.answer("gc_stats", stats(60, 10, 30)).finds("gc_overhead");
        assertEquals("warning", finding.text("severity").orElse(""));
    }

    @Test
    void aThirdOfTheTimeIsCritical() {
        Data.Fields finding = healthy().answer("gc_stats", stats(60, 30, 30)).finds("gc_overhead");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertTrue(observation(finding).contains("30 %"));
    }

    @Test
    void overheadIsWatchedForEightSeconds() {
        healthy().answer("gc_stats", stats(7, 40, 90)).looksAgain();
    }

    @Test
    void aFullHeapThatDoesNotGrowIsTooSmall() {
        assertEquals(
                List.of("gc_overhead", "heap_undersized"),
                types(
                        healthy()
                                .answer("gc_stats", stats(60, 6, 90))
                                .answer("gc_live_set", live(0, 0, 0, 90, 60, 75))));
    }

    @Test
    void aFullHeapThatIsCollectedSeldomIsLarge() {
        healthy()
                .answer("gc_stats", stats(60, 6, 30))
                .answer("gc_live_set", live(0, 0, 0, 30, 60, 75))
                .isSilent();
    }

    @Test
    void aFullHeapThatLeaksIsNotTooSmall() {
        assertEquals(
                List.of("heap_leak", "gc_overhead"),
                types(
                        healthy()
                                .answer("gc_stats", stats(60, 20, 90))
                                .answer("gc_live_set", live(150, 0.99, 0, 90, 60, 75))));
    }

    @Test
    void aFloodOfGarbageNamesThreeThreads() {
        Data.Fields finding =
                healthy()
                        .answer("gc_stats", stats(60, 3, 90, "200", "0"))
                        .answer(
                                "gc_top_allocators",
                                allocators(
                                        thread("import", 120),
                                        thread("http-1", 40),
                                        thread("http-2", 30),
                                        thread("http-3", 10)))
                        .finds("allocation_pressure");
        assertTrue(observation(finding).contains("'import' 120 MB/s"));
        assertFalse(observation(finding).contains("http-3"));
    }

    @Test
    void aFloodIsFoundWithoutKnowingWhoAllocates() {
        healthy()
                .answer("gc_stats", stats(60, 3, 90, "200", "0"))
                .answer("gc_top_allocators", allocators())
                .finds("allocation_pressure");
    }

    @ParameterizedTest
    @CsvSource({"149, 90", "200, 59"})
    void muchGarbageAloneIsNoFlood(String mbPerS, double perMin) {
        healthy().answer("gc_stats", stats(60, 3, perMin, mbPerS, "0")).isSilent();
    }

    @Test
    void aFloodIntoAFullHeapIsNotTheGarbagesFault() {
        healthy()
                .answer("gc_stats", stats(60, 3, 90, "200", "0"))
                .answer("gc_live_set", live(0, 0, 0, 90, 60, 70))
                .isSilent();
    }

    @Test
    void collectionsThatAreAskedForInABeatAreCode() {
        Data.Fields finding =
                healthy().answer("gc_causes", causes("System.gc()", 5, 60)).finds("explicit_gc");
        assertTrue(observation(finding).contains("5 times, 5/min"));
    }

    @Test
    void twoThatAreAskedForAreWatchedForLonger() {
        healthy().answer("gc_causes", causes("System.gc()", 2, 60)).looksAgain();
    }

    @Test
    void threeThatAreAskedForWithinFiveMinutesAreNoBeat() {
        healthy().answer("gc_causes", causes("System.gc()", 3, 280)).isSilent();
    }

    @Test
    void collectionsForLargeObjectsNameTheirThread() {
        Data.Fields finding =
                healthy()
                        .answer("gc_causes", causes("G1 Humongous Allocation", 10, 60))
                        .answer("gc_top_allocators", allocators(thread("export", 90)))
                        .finds("humongous_allocation");
        assertTrue(observation(finding).contains("'export', 90 MB/s"));
    }

    @Test
    void collectionsForLargeObjectsAreFoundWithoutTheirThread() {
        Data.Fields finding =
                healthy()
                        .answer("gc_causes", causes("G1 Humongous Allocation", 10, 60))
                        .answer("gc_top_allocators", allocators())
                        .finds("humongous_allocation");
        assertTrue(observation(finding).endsWith("half a region"));
    }

    @ParameterizedTest
    @CsvSource({"3, 60", "4, 7"})
    void fewForLargeObjectsAreWatchedForLonger(int collections, double windowS) {
        healthy()
                .answer("gc_causes", causes("G1 Humongous Allocation", collections, windowS))
                .looksAgain();
    }

    @Test
    void aLargeObjectNowAndThenIsABatch() {
        healthy().answer("gc_causes", causes("G1 Humongous Allocation", 5, 60)).isSilent();
    }

    @Test
    void optionsThatNobodyCanHaveMeantAreTold() {
        Data.Fields finding =
                healthy()
                        .answer("gc_config", config("-XX:ParallelGCThreads=64 for 4 processors"))
                        .finds("misconfigured");
        assertTrue(observation(finding).contains("ParallelGCThreads=64"));
    }

    @Test
    void theLongestPauseIsTold() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "gc_long_gcs",
                                "{\"total\":2,\"showing\":2,\"items\":[%s,%s]}"
                                        .formatted(pause(1200), pause(3400)))
                        .finds("gc_long_pause");
        assertTrue(observation(finding).contains("3400 ms"));
    }

    @Test
    void fiveHundredObjectsThatWaitForFinalizersAreABacklog() {
        Data.Fields finding =
                healthy()
                        .answer("gc_stats", stats(60, 0.3, 6, "20", "500"))
                        .answer("history gc.pending_finalization", "{\"count\":9,\"last\":500}")
                        .finds("finalizer_backlog");
        assertTrue(observation(finding).contains("500 objects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"499", UNKNOWN})
    void fewerOrUnknownManyAreNone(String pending) {
        healthy().answer("gc_stats", stats(60, 0.3, 6, "20", pending)).isSilent();
    }

    @Test
    void twoCollectionsThatComeRarelyMakeNoLine() {
        healthy().answer("gc_live_set", live(48, 1, 0, 2, 50, 12)).isSilent();
    }
}
