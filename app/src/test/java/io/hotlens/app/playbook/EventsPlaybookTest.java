package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class EventsPlaybookTest {

    private static final String BLIND = "{\"unavailable\":\"needs flight recorder events\"}";
    private static final long NEWEST_MS = 1_777_629_600_000L;
    private static final String WAY = "threads on their way to the stop";

    private static Playbook healthy() {
        return Playbook.of("events")
                .answer("events_stats", stats(60, sum(0, 0), scheduler(4, 1, 0)))
                .answer("events_get_safepoints", safepoints(0, "", 0))
                .answer("history jvm.system_cpu_pct", cpu(90))
                .answer("history system.cpu_throttled_pct", "{\"count\":0}")
                .answer("get_current_time", time(NEWEST_MS))
                .answer("history events.queued_virtual_threads", "{\"count\":10,\"first\":90}")
                .answer("events_get_pinned", pinned());
    }

    private static String stats(double windowS, String pinned, String scheduler) {
        String summary = pinned.equals(BLIND) ? BLIND : sum(0, 0);
        return """
        {"window_s":%s,"long_gc":%s,"safepoint":%s,"pinned":%s,"blocked":%s,
        "large_allocation":%s,"way_to_stop":%s,"virtual_threads":%s}\
        """
                .formatted(
                        windowS, sum(0, 0), summary, pinned, summary, summary, sum(0, 0),
                        scheduler);
    }

    private static String sum(int count, double total) {
        return "{\"count\":%d,\"total\":%s,\"longest\":90,\"least\":20}".formatted(count, total);
    }

    private static String scheduler(int parallelism, int mounted, int queued) {
        return "{\"parallelism\":%d,\"mounted\":%d,\"queued\":%d}"
                .formatted(parallelism, mounted, queued);
    }

    private static String cpu(double max) {
        return "{\"count\":30,\"last\":40,\"max\":%s}".formatted(max);
    }

    private static String time(long unixMs) {
        return "{\"timestamp\":\"2026-05-01T10:00:00Z\",\"unix_ms\":%d}".formatted(unixMs);
    }

    /// Four seconds apart.
    private static String safepoints(int count, String what, double ms) {
        String items =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        """
                                        {"at":"2026-05-01T10:00:00Z","unix_ms":%d,
                                        "duration_ms":%s,"what":"%s","thread":"","site":"",
                                        "stack":[]}\
                                        """
                                                .formatted(NEWEST_MS - i * 4_000, ms, what))
                        .collect(Collectors.joining(","));
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"by_what\":[]}"
                .formatted(count, count, items);
    }

    private static String pinned() {
        return """
        {"total":8,"showing":0,"items":[],"by_what":[
        {"what":"Object.wait Native frame","site":"com.shop.Legacy.call:14","count":6,
        "total":5000},
        {"what":"","site":"com.shop.Other.call:3","count":2,"total":1000}]}\
        """;
    }

    private static String carriers(int count, int looks, double sinceS) {
        String one =
                """
                {"id":81,"looks":%d,"since_s":%s,"site":"com.shop.Prices.sum:70","stack":[]}\
                """
                        .formatted(looks, sinceS);
        return """
        {"total":%d,"showing":%d,"items":[%s],"parallelism":4,"queued":90,"looks":%d,
        "different":%d}\
        """
                .formatted(
                        count,
                        count,
                        String.join(",", Collections.nCopies(count, one)),
                        looks,
                        count);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void aTargetWithoutLongEventsIsHealthy() {
        healthy().isSilent();
    }

    @Test
    void eventsThatComeLateAreWaitedFor() {
        healthy().answer("events_stats", stats(9, sum(0, 0), scheduler(4, 1, 0))).looksAgain();
    }

    @Test
    void aTargetWithoutEventsIsNotAskedForThem() {
        healthy()
                .answer("events_stats", stats(60, BLIND, BLIND))
                .refuse("events_get_safepoints", "needs flight recorder events")
                .isSilent();
    }

    @Test
    void threeLongWaysToAStopAreALoopWithoutAPoll() {
        Data.Fields finding =
                healthy()
                        .answer("events_get_safepoints", safepoints(3, WAY, 200))
                        .finds("safepoint_stall");
        assertTrue(observation(finding).contains("200 ms at longest, 600 ms in all"));
        assertEquals(Data.of(true), finding.get("certain").orElse(Data.NOTHING));
    }

    @Test
    void twoAreWatchedForLonger() {
        healthy().answer("events_get_safepoints", safepoints(2, WAY, 900)).looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"threads on their way to the stop, 199", "G1CollectForAllocation, 900"})
    void shortWaysAndLongStopsAreNoLoop(String what, double ms) {
        healthy().answer("events_get_safepoints", safepoints(9, what, ms)).isSilent();
    }

    @Test
    void onABusyHostOnlyLongerOnesCountAndAreLessCertain() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"count\":30,\"last\":95}")
                        .answer("events_get_safepoints", safepoints(9, WAY, 299));
        playbook.looksAgain();
        Data.Fields finding =
                playbook.answer("events_get_safepoints", safepoints(3, WAY, 300))
                        .finds("safepoint_stall");
        assertEquals(Data.of(false), finding.get("certain").orElse(Data.NOTHING));
    }

    private static Playbook onAFreeHost(double windowS) {
        return healthy()
                .answer("events_stats", stats(windowS, sum(0, 0), scheduler(4, 1, 0)))
                .answer("history jvm.system_cpu_pct", cpu(79));
    }

    @Test
    void onAFreeHostThreeShorterOnesWithinTwelveSecondsCount() {
        Playbook three = onAFreeHost(60).answer("events_get_safepoints", safepoints(3, WAY, 100));
        assertTrue(observation(three.finds("safepoint_stall")).contains("3 times"));
        onAFreeHost(60).answer("events_get_safepoints", safepoints(2, WAY, 100)).isSilent();
        onAFreeHost(60).answer("events_get_safepoints", safepoints(9, WAY, 99)).isSilent();
    }

    @Test
    void ofTheTimeBeforeItIsNotKnownWhetherTheHostWasFree() {
        onAFreeHost(60)
                .answer("get_current_time", time(NEWEST_MS + 4_001))
                .answer("events_get_safepoints", safepoints(40, WAY, 199))
                .isSilent();
    }

    @Test
    void aHostOfWhichLittleIsKnownIsNotFreeYet() {
        String few = "{\"count\":9,\"last\":40,\"max\":79}";
        onAFreeHost(29)
                .answer("history jvm.system_cpu_pct", few)
                .answer("events_get_safepoints", safepoints(12, WAY, 199))
                .looksAgain();
        onAFreeHost(60)
                .answer("history jvm.system_cpu_pct", few)
                .answer("events_get_safepoints", safepoints(12, WAY, 199))
                .isSilent();
    }

    @Test
    void onAFreeHostLongOnesCountHoweverRare() {
        onAFreeHost(300)
                .answer("events_get_safepoints", safepoints(3, WAY, 200))
                .finds("safepoint_stall");
    }

    @Test
    void fewOfThemAreWatchedForHalfAMinute() {
        onAFreeHost(29).answer("events_get_safepoints", safepoints(2, WAY, 150)).looksAgain();
        onAFreeHost(30).answer("events_get_safepoints", safepoints(2, WAY, 150)).isSilent();
    }

    @Test
    void shorterOnesAreNoLoopWhereTheHostOrTheContainerWasShortOfCpu() {
        onAFreeHost(60)
                .answer("history jvm.system_cpu_pct", cpu(80))
                .answer("events_get_safepoints", safepoints(40, WAY, 199))
                .isSilent();
        onAFreeHost(60)
                .answer("history system.cpu_throttled_pct", "{\"count\":30,\"max\":4}")
                .answer("events_get_safepoints", safepoints(40, WAY, 199))
                .isSilent();
    }

    @Test
    void ofAHostOfUnknownUseTheyCountInFull() {
        healthy()
                .answer("history jvm.system_cpu_pct", "{\"count\":0,\"last\":null}")
                .answer("events_get_safepoints", safepoints(3, WAY, 200))
                .finds("safepoint_stall");
    }

    @Test
    void virtualThreadsThatKeepTheirCarriersArePinned() {
        Data.Fields finding =
                healthy()
                        .answer("events_stats", stats(60, sum(8, 6000), scheduler(4, 1, 0)))
                        .finds("vthread_pinning");
        assertEquals("com.shop.Legacy.call:14", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("8 times, 100 ms each second"));
    }

    @Test
    void pinningIsMeasuredOverTheFiveMinutesThatAreHeld() {
        Playbook playbook =
                healthy().answer("events_stats", stats(900, sum(8, 29_999), scheduler(4, 1, 0)));
        playbook.isSilent();
        playbook.answer("events_stats", stats(900, sum(8, 30_000), scheduler(4, 1, 0)))
                .finds("vthread_pinning");
    }

    @Test
    void sevenTimesAreWatchedForLonger() {
        healthy()
                .answer("events_stats", stats(60, sum(7, 90_000), scheduler(4, 1, 0)))
                .looksAgain();
    }

    private static Playbook queued(int mounted, int queued) {
        return healthy()
                .answer("events_stats", stats(60, sum(0, 0), scheduler(4, mounted, queued)));
    }

    @Test
    void carriersThatAreNeverGivenBackStarveTheOthers() {
        Data.Fields finding =
                queued(4, 120)
                        .answer("events_carriers", carriers(4, 4, 5))
                        .finds("vthread_starvation");
        assertEquals("com.shop.Prices.sum:70", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("120 virtual threads wait for a carrier (90 ten"));
    }

    @Test
    void starvationIsFoundBeforeTheQueueHasACourse() {
        Data.Fields finding =
                queued(4, 120)
                        .answer(
                                "history events.queued_virtual_threads",
                                "{\"count\":0,\"first\":null}")
                        .answer("events_carriers", carriers(4, 4, 5))
                        .finds("vthread_starvation");
        assertTrue(observation(finding).contains("(120 ten seconds ago)"));
    }

    @ParameterizedTest
    @CsvSource({"4, 3, 6", "4, 4, 4.9", "3, 9, 20"})
    void carriersThatChangeHandsAreLookedAtAgain(int count, int looks, double sinceS) {
        queued(4, 120).answer("events_carriers", carriers(count, looks, sinceS)).looksAgain();
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "3, 120"})
    void aShortQueueOrAFreeCarrierIsFine(int mounted, int queued) {
        queued(mounted, queued).isSilent();
    }

    @Test
    void carriersThatNobodySitsOnAreNotWaitedFor() {
        queued(4, 120).answer("events_carriers", carriers(0, 1, 0)).isSilent();
    }
}
