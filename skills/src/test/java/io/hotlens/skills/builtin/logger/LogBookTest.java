package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class LogBookTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir Path folder;

    private Instant now = NOON;
    private final LogBook book = new LogBook(() -> now);

    private static LogEntry entry(LogLevel level, String logger, String message, String... more) {
        return new LogEntry(NOON, "", level, logger, "main", message, List.of(more), "a.log");
    }

    @Test
    void countsAreThoseOfTheWindow() {
        book.take(List.of(entry(LogLevel.ERROR, "a.B", "1")), true);
        now = NOON.plusSeconds(70);
        book.take(
                List.of(entry(LogLevel.INFO, "a.B", "2"), entry(LogLevel.ERROR, "c.D", "3")), true);
        assertEquals(2, book.all(MINUTE).total());
        assertEquals(1, book.all(MINUTE).of(LogLevel.ERROR));
        assertEquals(3, book.all(Duration.ofMinutes(5)).total());
        now = NOON.plusSeconds(600);
        assertEquals(0, book.all(MINUTE).total());
    }

    @Test
    void whatWasThereBeforeIsHeldButNotCounted() {
        book.take(List.of(entry(LogLevel.ERROR, "a.B", "old")), false);
        assertEquals(0, book.all(MINUTE).total());
        assertEquals("old", book.entries(LogLevel.ERROR).getFirst().message());
    }

    @Test
    void secretsAreGoneBeforeAnythingIsHeld() {
        book.take(
                List.of(
                        entry(
                                LogLevel.ERROR,
                                "a.B",
                                "login of ann@example.org password=hunter2",
                                "Authorization: Bearer abcdefghijklmnop",
                                "jdbc:postgresql://app:geheim@db/shop")),
                true);
        String held = book.entries(LogLevel.TRACE).toString();
        for (String secret : List.of("hunter2", "ann@example.org", "abcdefghijklmnop", "geheim")) {
            assertFalse(held.contains(secret), () -> secret + " in " + held);
        }
    }

    @Test
    void errorsOutliveAFloodOfChatter() {
        book.take(List.of(entry(LogLevel.ERROR, "a.B", "the one")), true);
        for (int i = 0; i < 10; i++) {
            book.take(
                    java.util.stream.IntStream.range(0, 3_000)
                            .mapToObj(n -> entry(LogLevel.INFO, "c.D", "chatter " + n))
                            .toList(),
                    true);
        }
        assertEquals(1, book.entries(LogLevel.WARN).size());
        assertEquals(30_001, book.all(MINUTE).total());
        assertEquals("chatter 2999", book.entries(LogLevel.TRACE).getFirst().message());
    }

    @Test
    void namesOfLoggersThatNeverEndAreBounded() {
        for (int i = 0; i < 5_000; i++) {
            book.take(List.of(entry(LogLevel.INFO, "session." + i, "x")), true);
        }
        assertTrue(book.byLogger(MINUTE).size() <= 501);
        assertEquals(5_000, book.all(MINUTE).total());
    }

    /// Six hundred thousand lines are what ten thousand a second make in a minute.
    @Test
    void aMinuteOfTenThousandLinesASecondIsReadInLessThanThatAndTheNewestKept() throws IOException {
        Path log = folder.resolve("flood.log");
        Files.writeString(log, "");
        var flood = new LogBook(InstantSource.system());
        var followed = new FollowedLog(log.toString(), log, flood, InstantSource.system());
        followed.poll();
        assertTimeoutPreemptively(
                Duration.ofSeconds(55),
                () -> {
                    for (int second = 0; second < 60; second++) {
                        append(log, second);
                        followed.poll();
                    }
                });
        followed.poll();
        assertEquals(600_000, followed.lines());
        assertEquals(0, followed.skippedBytes());
        assertEquals("request 599999 served", flood.entries(LogLevel.INFO).getFirst().message());
        followed.close();
    }

    private static void append(Path log, int second) throws IOException {
        try (Writer out = Files.newBufferedWriter(log, java.nio.file.StandardOpenOption.APPEND)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(
                        "2026-11-24 08:25:23,123 [http-%d] INFO com.shop.web.Access - request %d served\n"
                                .formatted(i % 50, second * 10_000 + i));
            }
        }
    }

    @Test
    void aPackedRotatedFileIsReadOnce() throws IOException {
        Path packed = folder.resolve("app.log.1.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("08:25:23 ERROR a.B - from yesterday".getBytes(StandardCharsets.UTF_8));
        }
        var followed = new FollowedLog(packed.toString(), packed, book, () -> now);
        followed.poll();
        followed.poll();
        assertEquals(1, book.entries(LogLevel.ERROR).size());
        assertEquals(0, book.all(MINUTE).total(), "nobody knows when that was");
        Files.writeString(folder.resolve("broken.log.gz"), "not packed");
        var broken =
                new FollowedLog("broken.log.gz", folder.resolve("broken.log.gz"), book, () -> now);
        broken.poll();
        assertTrue(broken.trouble().orElse("").contains("cannot be read now"));
    }
}
