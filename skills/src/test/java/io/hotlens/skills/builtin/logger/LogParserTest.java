package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class LogParserTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static List<LogEntry> parse(String text) {
        var found = new ArrayList<LogEntry>();
        var parser = new LogParser("/var/log/app.log", found::add);
        text.lines().forEach(line -> parser.take(line, NOON));
        parser.flush(NOON);
        return found;
    }

    @Test
    void aStackTraceBelongsToItsRecord() {
        List<LogEntry> found =
                parse(
                        """
                        08:25:23.123 [main] ERROR a.B - broke
                        java.lang.IllegalStateException: no
                        \tat a.B.c(B.java:1)
                        Caused by: java.io.IOException: disk
                        \t... 3 more
                        08:25:24.000 [main] INFO a.B - on we go
                        """);
        assertEquals(List.of("broke", "on we go"), found.stream().map(LogEntry::message).toList());
        assertEquals(4, found.getFirst().more().size());
        assertEquals(List.of(), found.getLast().more());
    }

    @Test
    void theTwoLinesOfJavaUtilLoggingAreOneRecord() {
        List<LogEntry> found =
                parse(
                        """
                        Nov 24, 2026 8:25:23 AM com.shop.Cart add
                        INFO: added
                        Nov 24, 2026 8:25:24 AM com.shop.Cart pay
                        SEVERE: refused
                        java.lang.IllegalStateException: no
                        \tat com.shop.Cart.pay(Cart.java:7)
                        Nov 24, 2026 8:25:25 AM com.shop.Cart add
                        WARNING: slow
                        """);
        assertEquals(
                List.of(LogLevel.INFO, LogLevel.ERROR, LogLevel.WARN),
                found.stream().map(LogEntry::level).toList());
        assertTrue(found.stream().allMatch(one -> one.logger().equals("com.shop.Cart")));
        assertEquals("Nov 24, 2026 8:25:24 AM", found.get(1).time());
        assertEquals(2, found.get(1).more().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@timestamp\":\"t\",\"level\":\"ERROR\",\"logger_name\":\"a.B\",\"thread_name\":\"w\",\"message\":\"m\",\"stack_trace\":\"x\\n"
                    + "\\tat y\"}",
                "{\"@timestamp\":\"t\",\"log.level\":\"ERROR\",\"log.logger\":\"a.B\",\"process.thread.name\":\"w\",\"message\":\"m\",\"error.stack_trace\":\"x\\n"
                    + "\\tat y\"}",
                "{\"@timestamp\":\"t\",\"log\":{\"level\":\"error\",\"logger\":\"a.B\"},\"process\":{\"thread\":{\"name\":\"w\"}},\"message\":\"m\",\"error\":{\"stack_trace\":\"x\\n"
                    + "\\tat y\"}}",
                "{\"timestamp\":\"t\",\"level\":\"fatal\",\"logger\":\"a.B\",\"thread\":\"w\",\"msg\":\"m\",\"exception\":\"x\\n"
                    + "\\tat y\"}"
            })
    void jsonIsReadByTheFieldNamesOfSeveralLayouts(String line) {
        LogEntry one = parse(line).getFirst();
        assertEquals(LogLevel.ERROR, one.level());
        assertEquals("a.B", one.logger());
        assertEquals("w", one.thread());
        assertEquals("m", one.message());
        assertEquals("t", one.time());
        assertEquals(List.of("x", "\tat y"), one.more());
    }

    @Test
    void brokenJsonIsText() {
        LogEntry one = parse("{\"level\":\"ERROR\",\"mess}").getFirst();
        assertEquals(LogLevel.UNKNOWN, one.level());
        assertEquals(1, parse("{\"a\":1}").size(), "an object that is no record");
    }

    @Test
    void linesWithoutAnyPatternAreRecordsOfTheirOwn() {
        List<LogEntry> found = parse("one\ntwo\n  indented\nthree\n");
        assertEquals(
                List.of("one", "two", "three"), found.stream().map(LogEntry::message).toList());
    }

    @Test
    void anEndlessStackTraceIsBounded() {
        LogEntry one =
                parse("08:25:23 ERROR a.B - deep\n" + "\tat a.B.c(B.java:1)\n".repeat(50_000))
                        .getFirst();
        assertEquals(100, one.more().size());
    }
}
