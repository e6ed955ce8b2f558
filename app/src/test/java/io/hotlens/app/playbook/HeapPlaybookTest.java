package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class HeapPlaybookTest {

    private static final String NEVER_COLLECTED =
            "{\"count\":0,\"window_s\":0,\"first\":null,\"last\":null,\"slope_per_min\":0}";

    private static Playbook healthy() {
        return Playbook.of("heap")
                .answer("heap_caches", caches())
                .answer("history heap.live_set_mb", survivors(100, 101, 1))
                .answer("history gc.allocation_mb_per_s", allocated(20))
                .answer("history jvm.heap_used_pct", "{\"count\":20,\"window_s\":20}");
    }

    private static Playbook rising() {
        return healthy().answer("history heap.live_set_mb", survivors(100, 160, 60));
    }

    private static String survivors(double first, double last, double perMin) {
        return "{\"count\":9,\"window_s\":60,\"first\":%s,\"last\":%s,\"min\":%s,\"slope_per_min\":%s}"
                .formatted(first, last, Math.min(first, last), perMin);
    }

    private static String allocated(double last) {
        return "{\"count\":9,\"window_s\":20,\"last\":%s}".formatted(last);
    }

    private static String candidates(int histograms, double windowS, String... classes) {
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"histograms\":%d,\"window_s\":%s}"
                .formatted(
                        classes.length,
                        classes.length,
                        String.join(",", classes),
                        histograms,
                        windowS);
    }

    private static String grown(String name, int added, double r2) {
        return """
        {"class_name":"%s","instances":9000,"bytes":216000,"mb":0.21,"instances_added":%d,
        "mb_added":0.1,"mb_per_min":0.4,"r2":%s,"instances_per_min":4000,
        "only_grows":true}\
        """
                .formatted(name, added, r2);
    }

    private static String caches(String... caches) {
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"note\":\"\"}"
                .formatted(caches.length, caches.length, String.join(",", caches));
    }

    private static String cache(double windowS, int gets, String hitPct, String evictions) {
        return """
        {"name":"prices","kind":"JCache","gets":9000,"hit_pct":5,"evictions":%s,
        "entries":null,
        "recent":{"window_s":%s,"gets":%d,"hit_pct":%s,"evictions":%s}}\
        """
                .formatted(evictions, windowS, gets, hitPct, evictions);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void aSteadyHeapIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void threeLooksAtTheHeapAreTooFew() {
        healthy().answer("history jvm.heap_used_pct", "{\"count\":3,\"window_s\":3}").looksAgain();
    }

    static List<String> fewerThanTwoCollections() {
        return List.of(NEVER_COLLECTED, survivors(100, 100, 0));
    }

    /// The same value again is the same collection.
    @ParameterizedTest
    @MethodSource("fewerThanTwoCollections")
    void allocationPromisesACollection(String survivors) {
        Playbook playbook =
                healthy()
                        .answer("history heap.live_set_mb", survivors)
                        .answer("history gc.allocation_mb_per_s", allocated(3))
                        .answer("history jvm.heap_used_pct", "{\"count\":14,\"window_s\":14}");
        playbook.looksAgain();
        playbook.answer("history jvm.heap_used_pct", "{\"count\":15,\"window_s\":15}").isSilent();
    }

    @Test
    void allocationThatIsNotKnownYetMayPromiseOne() {
        Playbook playbook =
                healthy()
                        .answer("history heap.live_set_mb", NEVER_COLLECTED)
                        .answer("history gc.allocation_mb_per_s", NEVER_COLLECTED)
                        .answer("history jvm.heap_used_pct", "{\"count\":7,\"window_s\":7}");
        playbook.looksAgain();
        playbook.answer("history jvm.heap_used_pct", "{\"count\":8,\"window_s\":8}").isSilent();
    }

    @Test
    void withoutAllocationNoneIsWaitedFor() {
        healthy()
                .answer("history heap.live_set_mb", NEVER_COLLECTED)
                .answer("history gc.allocation_mb_per_s", allocated(2))
                .answer("history jvm.heap_used_pct", "{\"count\":7,\"window_s\":7}")
                .isSilent();
    }

    @Test
    void theClassOfTheApplicationWithMostNewObjectsLeaks() {
        Data.Fields finding =
                rising().answer(
                                "heap_leak_candidates",
                                candidates(
                                        4,
                                        13,
                                        grown("byte[]", 90_000, 0.99),
                                        grown("java.util.HashMap$Node", 80_000, 0.99),
                                        grown("com.shop.Line", 300, 0.99),
                                        grown("com.shop.Order", 5000, 0.99)))
                        .finds("heap_leak");
        assertEquals("com.shop.Order", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("by 5000 objects to 9000"));
    }

    @Test
    void aLeakThatBeganLateIsSeenInTheLastMinute() {
        healthy()
                .answer("history heap.live_set_mb 300", survivors(100, 160, 12))
                .answer("history heap.live_set_mb 60", survivors(100, 160, 60))
                .answer(
                        "heap_leak_candidates",
                        candidates(4, 13, grown("com.shop.Order", 5000, 0.99)))
                .finds("heap_leak");
    }

    @ParameterizedTest
    @CsvSource({
        "100, 5, 10, true",
        "80, 5, 10, false",
        "100, 9, 10, false",
        "100, 2, 4, false",
        "40, 5, 20, true",
        "25, 5, 20, false",
        "40, 15, 26, false"
    })
    void aStepOutOfACalmIsLookedAtAgain(int calm, double least, double last, boolean again) {
        Playbook playbook =
                healthy()
                        .answer("history heap.live_set_mb", survivors(5, 5, 0))
                        .answer(
                                "history heap.live_set_mb 300",
                                "{\"count\":9,\"window_s\":%d,\"first\":5,\"last\":5,\"slope_per_min\":0}"
                                        .formatted(calm))
                        .answer(
                                "history heap.live_set_mb 30",
                                "{\"count\":9,\"window_s\":30,\"min\":%s,\"last\":%s}"
                                        .formatted(least, last));
        if (again) {
            playbook.looksAgain();
        } else {
            playbook.isSilent();
        }
    }

    /// What the last one cost is forgotten ten seconds after it, four of which have passed.
    @Test
    void aHistogramThatWouldPauseTooLongIsAskedForAgainWhenItsCostIsForgotten() {
        long pause =
                rising().refuse("heap_leak_candidates", "it would pause the target for 204 ms")
                        .looksAgain();
        assertEquals(7_000, pause);
    }

    @ParameterizedTest
    @CsvSource({"3, 13", "4, 11"})
    void threeHistogramsOrElevenSecondsAreTooFew(int histograms, double windowS) {
        rising().answer(
                        "heap_leak_candidates",
                        candidates(histograms, windowS, grown("com.shop.Order", 5000, 0.99)))
                .looksAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "byte[]",
                "com.shop.Order[]",
                "java.util.HashMap$Node",
                "jdk.internal.misc.Cleaner",
                "sun.nio.ch.Util$BufferCache",
                "com.sun.jmx.mbeanserver.Repository"
            })
    void whatTheJdkMakesAndArraysOnlyHangOnALeak(String name) {
        rising().answer("heap_leak_candidates", candidates(4, 13, grown(name, 90_000, 0.99)))
                .isSilent();
    }

    private static Playbook ordersGrow(int histograms, int added, double r2) {
        String orders = grown("com.shop.Order", added, r2);
        return rising().answer("heap_leak_candidates", candidates(histograms, 13, orders));
    }

    @Test
    void fewObjectsAreNoLeak() {
        ordersGrow(4, 49, 0.99).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"5000, 0.89", "199, 0.99", "50, 0.5"})
    void unevenOrSmallGrowthIsLookedAtUpToEightTimes(int added, double r2) {
        ordersGrow(8, added, r2).looksAgain();
        ordersGrow(9, added, r2).isSilent();
    }

    @Test
    void growthThatBecameLargeAndEvenLeaks() {
        ordersGrow(9, 200, 0.9).finds("heap_leak");
    }

    @ParameterizedTest
    @CsvSource({"100, 160, 15", "160, 100, 60"})
    void theHeapIsWalkedOnlyForWhatRises(double first, double last, double perMin) {
        healthy().answer("history heap.live_set_mb", survivors(first, last, perMin)).isSilent();
    }

    @Test
    void aCacheThatHardlyEverHitsIsIneffective() {
        Data.Fields finding =
                healthy()
                        .answer("heap_caches", caches(cache(10, 600, "5", "null")))
                        .finds("cache_ineffective");
        assertEquals("prices", finding.text("subject").orElse(""));
        assertFalse(observation(finding).contains("thrown out"));
    }

    @Test
    void oneThatThrowsOutWhatItIsAskedForIsTooSmall() {
        Data.Fields finding =
                healthy()
                        .answer("heap_caches", caches(cache(10, 600, "5", "400")))
                        .finds("cache_ineffective");
        assertTrue(observation(finding).contains("400 entries were thrown out"));
        assertTrue(finding.text("hypothesis").orElse("").contains("too small"));
    }

    @ParameterizedTest
    @CsvSource({"600, 10", "499, 5", "0, null"})
    void oneThatHitsOrIsHardlyAskedIsFine(int gets, String hitPct) {
        healthy().answer("heap_caches", caches(cache(10, gets, hitPct, "0"))).isSilent();
    }

    @Test
    void aCacheIsWatchedForSixSeconds() {
        healthy().answer("heap_caches", caches(cache(5, 600, "5", "0"))).looksAgain();
    }

    @Test
    void aCacheThatCountsNoHitsIsNotJudged() {
        healthy().answer("heap_caches", caches(cache(10, 9000, "null", "null"))).isSilent();
    }
}
