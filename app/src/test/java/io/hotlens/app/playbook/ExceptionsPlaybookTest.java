package io.hotlens.app.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ExceptionsPlaybookTest {

    private static final String SOME =
            "at most 100/s are seen one by one; shares are those of the sample";
    private static final String UNSEEN =
            "types and stacks are unknown: this JDK cannot limit such events, and more than"
                    + " 4000/s would burden the target";
    private static final String NOT_YET =
            "{\"unavailable\":\"needs two events, which come each second\"}";
    private static final String FAILURES = type("com.shop.OutOfStock", 96);
    private static final String PLACE =
            """
            {"site":"com.shop.Stock.take:9","type":"com.shop.OutOfStock","seen":90,
            "share_pct":90,"id":"e1"}\
            """;

    private static Playbook healthy() {
        return Playbook.of("exceptions")
                .answer("exception_stats", stats("2", 30, "", "", SOME))
                .answer("exception_recent", recent(0, 0, ""));
    }

    private static Playbook storm(double windowS, String types, String sites, String seeing) {
        return healthy().answer("exception_stats", stats("500", windowS, types, sites, seeing));
    }

    private static String stats(
            String perS, double windowS, String types, String sites, String seeing) {
        return """
        {"exceptions_per_s":%s,"exceptions_per_s_1m":%s,"exceptions_5m":%s,"window_s":%s,
        "created_since_start":%s,"errors_5m":0,"vm_errors_since_start":{},"seen_1m":100,
        "types":[%s],"sites":[%s],"seeing":"%s"}\
        """
                .formatted(perS, perS, perS, windowS, perS, types, sites, seeing);
    }

    private static String type(String name, double pct) {
        return """
        {"type":"%s","kind":"exception","seen":96,"share_pct":%s,"estimated_per_s":480,
        "newest_message":"none left"}\
        """
                .formatted(name, pct);
    }

    /// Errors of one type and place, the newest first.
    private static String recent(int count, double apartS, String type) {
        return recent(count, apartS, type, "com.shop.Tree.walk:5", "Java heap space");
    }

    private static String recent(
            int count, double apartS, String type, String site, String message) {
        String items =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        """
                                        {"id":"e%d","at":"2026-05-01T10:00:00Z","unix_ms":%s,
                                        "kind":"error","type":"%s","message":"%s",
                                        "thread":"%s","site":"%s","stack":[]}\
                                        """
                                                .formatted(
                                                        i,
                                                        1_777_629_600_000.0 - i * apartS * 1000,
                                                        type,
                                                        message,
                                                        site.isEmpty() ? "" : "http-" + i % 2,
                                                        site))
                        .collect(Collectors.joining(","));
        return "{\"total\":%d,\"showing\":%d,\"items\":[%s],\"seeing\":\"%s\"}"
                .formatted(count, count, items, SOME);
    }

    private static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    @Test
    void fewExceptionsAreHealthy() {
        healthy().isSilent();
    }

    @Test
    void fiveHundredEachSecondAreAStorm() {
        Data.Fields finding = storm(8, FAILURES, PLACE, SOME).finds("exception_storm");
        assertEquals("com.shop.OutOfStock", finding.text("subject").orElse(""));
        assertTrue(
                observation(finding)
                        .endsWith("are com.shop.OutOfStock, thrown at com.shop.Stock.take:9"));
        assertTrue(finding.text("hypothesis").orElse("").startsWith("OutOfStock is thrown"));
    }

    @Test
    void fewerAreNone() {
        healthy().answer("exception_stats", stats("499", 30, FAILURES, PLACE, SOME)).isSilent();
    }

    @Test
    void aBurstIsOverWithinEightSeconds() {
        storm(7, FAILURES, PLACE, SOME).looksAgain();
    }

    @Test
    void aShortWatchSaysNothing() {
        healthy().answer("exception_stats", stats("2", 3, "", "", SOME)).looksAgain();
    }

    @Test
    void typesAreWaitedForHalfAMinute() {
        storm(29, "", "", SOME).looksAgain();
        Data.Fields finding = storm(30, "", "", SOME).finds("exception_storm");
        assertEquals("", finding.text("subject").orElse("none"));
    }

    @Test
    void typesThatCannotBeSeenAreNotWaitedFor() {
        Data.Fields finding = storm(8, "", "", UNSEEN).finds("exception_storm");
        assertTrue(observation(finding).endsWith(UNSEEN));
    }

    @Test
    void countsThatHaveNotComeYetAreWaitedFor() {
        healthy().answer("exception_stats", stats(NOT_YET, 0, "", "", SOME)).looksAgain();
    }

    @Test
    void countsThatTheJdkLacksAreNotWaitedFor() {
        healthy()
                .answer(
                        "exception_stats",
                        stats(
                                "{\"unavailable\":\"needs JDK 16, the target runs 11\"}",
                                0,
                                "",
                                "",
                                UNSEEN))
                .isSilent();
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.OutOfMemoryError, memory is used up",
        "java.lang.StackOverflowError, recursion",
        "java.lang.InternalError, missing or broken"
    })
    void twoFatalErrorsAreAHabit(String type, String hypothesis) {
        Data.Fields finding =
                healthy().answer("exception_recent", recent(2, 1, type)).finds("error_thrown");
        assertEquals("critical", finding.text("severity").orElse(""));
        assertEquals(type, finding.text("subject").orElse(""));
        assertTrue(finding.text("hypothesis").orElse("").contains(hypothesis));
        assertTrue(observation(finding).contains("2 times (Java heap space) on thread 'http-0'"));
    }

    @Test
    void oneIsWatchedForLonger() {
        healthy()
                .answer("exception_recent", recent(1, 0, "java.lang.OutOfMemoryError"))
                .looksAgain();
    }

    @Test
    void tenOtherErrorsOverEightSecondsAreNoStart() {
        Data.Fields finding =
                healthy()
                        .answer(
                                "exception_recent",
                                recent(10, 0.9, "java.lang.NoClassDefFoundError"))
                        .finds("error_thrown");
        assertEquals("warning", finding.text("severity").orElse(""));
        assertTrue(finding.text("context").orElse("").contains("over 8 s"));
    }

    @ParameterizedTest
    @CsvSource({"9, 3", "10, 0.8"})
    void aHandfulOrABurstIsAStart(int count, double apartS) {
        healthy()
                .answer("exception_recent", recent(count, apartS, "java.lang.NoClassDefFoundError"))
                .isSilent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "too deep"})
    void anErrorIsToldWithoutItsThreadAndPlace(String message) {
        Data.Fields finding =
                healthy()
                        .answer(
                                "exception_recent",
                                recent(2, 1, "java.lang.StackOverflowError", "", message))
                        .finds("error_thrown");
        assertTrue(observation(finding).startsWith("java.lang.StackOverflowError was thrown"));
        assertTrue(observation(finding).endsWith(message.isEmpty() ? "2 times" : "(too deep)"));
    }

    @Test
    void aRuntimeWithoutAFlightRecorderIsNotWaitedFor() {
        healthy()
                .answer(
                        "exception_stats",
                        stats(
                                "{\"unavailable\":\"the target's runtime has no flight recorder\"}",
                                0,
                                "",
                                "",
                                UNSEEN))
                .isSilent();
    }
}
