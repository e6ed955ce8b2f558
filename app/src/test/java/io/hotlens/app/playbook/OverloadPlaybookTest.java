package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverloadPlaybookTest {

    private static final String NONE = "{\"total\":0,\"showing\":0,\"items\":[]}";

    private static Playbook healthy() {
        return Playbook.of("overload")
                .answer("overload_get_overloaded_pools", pools(6, ""))
                .answer("overload_predict_growth", NONE)
                .answer("overload_get_queue_status", queues(6, ""))
                .answer("history jvm.system_cpu_pct", "{\"max\":60}");
    }

    private static String pools(double spanS, String pool) {
        int count = pool.isEmpty() ? 0 : 1;
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"looks\":4,\"span_s\":%s}"
                .formatted(count, count, pool, spanS);
    }

    private static String hikari(int looks, double longestMs) {
        return hikari(looks, longestMs, longestMs);
    }

    private static String hikari(int looks, double longestMs, double usualMs) {
        return """
        {"name":"orders","kind":"HikariCP","purpose":"connections","active":10,"idle":0,
        "max":10,"waiting":3,"looks_waiting":%d,"saturated_s":8,
        "waiting_threads":["http-1","http-2","http-3"],
        "waits_at":"com.shop.Orders.load:33","longest_wait_ms":%s,
        "usual_wait_ms":%s,"ended_waits":20}\
        """
                .formatted(looks, longestMs, usualMs);
    }

    private static String seenInStacks() {
        return """
        {"name":"","kind":"seen in stacks","purpose":"connections","waiting":1,
        "looks_waiting":4,"waiting_threads":["http-1"],
        "waits_at":"com.shop.Orders.load:33","longest_wait_ms":6000,
        "usual_wait_ms":6000,"ended_waits":0}\
        """;
    }

    private static String saturatedWorkers() {
        return """
        {"name":"http-nio-8080","kind":"Tomcat connector","purpose":"workers","active":200,
        "idle":null,"max":200,"waiting":50,"looks_waiting":9,"saturated_s":40,
        "at":"com.shop.Orders.load:33"}\
        """;
    }

    private static String growing(
            String purpose, double value, double perMin, double r2, double windowS, boolean full) {
        return """
        {"total":1,"showing":1,"items":[{"name":"qtp1","kind":"Jetty thread pool",
        "purpose":"%s","what":"waiting","value":%s,"rise_per_min":%s,"r2":%s,
        "window_s":%s,"limit":null,"minutes_to_limit":null,"full":%s,
        "urgency":"watch"}]}\
        """
                .formatted(purpose, value, perMin, r2, windowS, full);
    }

    private static String queues(double spanS, String full) {
        return """
        {"total":0,"showing":0,"items":[],"executors":[],"full_queues":[%s],"looks":4,
        "span_s":%s,"note":""}\
        """
                .formatted(full, spanS);
    }

    private static String full(int looks, double longestMs) {
        return """
        {"at":"com.shop.Feed.offer:21","producers":2,"names":["feed-1","feed-2"],
        "looks":%d,"longest_wait_ms":%s}\
        """
                .formatted(looks, longestMs);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void poolsWithRoomAreHealthy() {
        healthy().isSilent();
    }

    @Test
    void aPoolThatLetsThreadsWaitAtEveryLookIsExhausted() {
        Data.Fields finding =
                healthy()
                        .answer("overload_get_overloaded_pools", pools(5, hikari(4, 500)))
                        .finds("connection_pool_exhausted");
        assertEquals("orders", finding.text("subject").orElse(""));
        assertTrue(
                observation(finding)
                        .contains(
                                "3 thread(s) wait for a connection of 'orders' at Orders.load:33"));
        assertTrue(finding.text("context").orElse("").contains("10 of 10 connections"));
    }

    @Test
    void aPoolThatIsSeenInStacksOnlyHasNoNumbers() {
        Data.Fields finding =
                healthy()
                        .answer("overload_get_overloaded_pools", pools(6, seenInStacks()))
                        .finds("connection_pool_exhausted");
        assertEquals("", finding.text("subject").orElse("none"));
        assertFalse(finding.text("context").orElse("").contains("in use"));
        assertTrue(observation(finding).contains("wait for a connection at"));
    }

    @Test
    void waitsOfMillisecondsAreGoodUse() {
        healthy().answer("overload_get_overloaded_pools", pools(6, hikari(4, 499))).isSilent();
    }

    @Test
    void oneLongWaitAmongShortOnesIsGoodUse() {
        healthy().answer("overload_get_overloaded_pools", pools(6, hikari(4, 2000, 60))).isSilent();
    }

    @Test
    void onAHostWithoutAProcessorFreeWaitsMustBeLonger() {
        Playbook playbook =
                healthy()
                        .answer("history jvm.system_cpu_pct", "{\"max\":100}")
                        .answer("overload_get_overloaded_pools", pools(6, hikari(4, 2000, 999)));
        playbook.isSilent();
        playbook.answer("overload_get_overloaded_pools", pools(6, hikari(4, 2000, 1000)))
                .finds("connection_pool_exhausted");
    }

    @ParameterizedTest
    @CsvSource({"3, 6", "4, 4.9"})
    void threeLooksOrFiveSecondsCanMeetABurst(int looks, double spanS) {
        healthy()
                .answer("overload_get_overloaded_pools", pools(spanS, hikari(looks, 9000)))
                .looksAgain();
    }

    @Test
    void workersThatAreWaitedForAreNoConnections() {
        healthy().answer("overload_get_overloaded_pools", pools(30, saturatedWorkers())).isSilent();
    }

    @Test
    void aQueueThatGrowsWhileAllWorkersAreBusyIsABacklog() {
        Data.Fields finding =
                healthy()
                        .answer("overload_predict_growth", growing("workers", 20, 30, 0.8, 8, true))
                        .finds("queue_backlog");
        assertEquals("qtp1", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("20 tasks wait"));
    }

    @ParameterizedTest
    @CsvSource({
        "workers, 19, 30, 0.9, true",
        "workers, 90, 29, 0.9, true",
        "workers, 90, 30, 0.79, true",
        "workers, 90, 30, 0.9, false",
        "connections, 90, 30, 0.9, true",
        "stream, 90, 30, 0.9, true"
    })
    void aShortOrSteadyQueueOrOneWithFreeWorkersIsFine(
            String purpose, double value, double perMin, double r2, boolean full) {
        healthy()
                .answer("overload_predict_growth", growing(purpose, value, perMin, r2, 30, full))
                .isSilent();
    }

    @Test
    void aQueueIsWatchedForEightSeconds() {
        healthy()
                .answer("overload_predict_growth", growing("workers", 90, 900, 1, 7, true))
                .looksAgain();
    }

    @Test
    void producersThatDoNotGetOnMeetAFullQueue() {
        Data.Fields finding =
                healthy()
                        .answer("overload_get_queue_status", queues(5, full(4, 2000)))
                        .finds("queue_backlog");
        assertEquals("Feed.offer:21", finding.text("subject").orElse(""));
        assertTrue(observation(finding).contains("2 thread(s) wait for room"));
    }

    @Test
    void producersThatWaitForMomentsMeetBackPressure() {
        healthy().answer("overload_get_queue_status", queues(6, full(4, 1999))).isSilent();
    }

    @ParameterizedTest
    @CsvSource({"3, 6", "4, 4.9"})
    void aFullQueueIsLookedAtFourTimesOverFiveSeconds(int looks, double spanS) {
        healthy()
                .answer("overload_get_queue_status", queues(spanS, full(looks, 9000)))
                .looksAgain();
    }
}
