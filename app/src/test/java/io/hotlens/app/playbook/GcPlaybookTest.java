package io.hotlens.app.playbook;

import static io.hotlens.app.playbook.GcAnswers.UNKNOWN;
import static io.hotlens.app.playbook.GcAnswers.allocators;
import static io.hotlens.app.playbook.GcAnswers.causes;
import static io.hotlens.app.playbook.GcAnswers.config;
import static io.hotlens.app.playbook.GcAnswers.healthy;
import static io.hotlens.app.playbook.GcAnswers.live;
import static io.hotlens.app.playbook.GcAnswers.observation;
import static io.hotlens.app.playbook.GcAnswers.pause;
import static io.hotlens.app.playbook.GcAnswers.stats;
import static io.hotlens.app.playbook.GcAnswers.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcPlaybookTest {

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
                        "drops":0,"collections":0,"old_collections":0,"window_s":0,"max_heap_mb":512,
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
    void whatWasPromotedIsNoLeakBeforeTheOldGenerationIsCollectedSoon() {
        Playbook playbook = healthy().answer("gc_live_set", live(158, 0.99, 0, 6, 0, 15, 20));
        playbook.looksAgain();
        playbook.answer("gc_live_set", live(158, 0.99, 0, 14, 0, 50, 40)).looksAgain();
        playbook.answer("gc_live_set", live(158, 0.99, 0, 14, 1, 50, 40)).finds("heap_leak");
        playbook.answer("gc_live_set", live(158, 0.99, 0, 14, 0, 50, 50)).finds("heap_leak");
    }

    @Test
    void aSlowRiseBeforeTheOldGenerationIsCollectedIsNotCertain() {
        Playbook playbook = healthy().answer("gc_live_set", live(40, 0.99, 0, 6, 0, 55, 20));
        Data.Fields finding = playbook.finds("heap_leak");
        assertEquals(Data.of(false), finding.get("certain").orElse(Data.NOTHING));
        assertTrue(observation(finding).endsWith("some of it may be garbage"));
        playbook.answer("gc_live_set", live(40, 0.99, 0, 6, 1, 55, 20));
        finding = playbook.finds("heap_leak");
        assertEquals(Data.of(true), finding.get("certain").orElse(Data.NOTHING));
    }

    @Test
    void aNearlyFullHeapWarmsUpByMuch() {
        Playbook playbook = healthy().answer("gc_live_set", live(120, 0.99, 0, 12, 60, 75));
        playbook.isSilent();
        playbook.answer("gc_live_set", live(130, 0.99, 0, 12, 60, 75)).finds("heap_leak");
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
