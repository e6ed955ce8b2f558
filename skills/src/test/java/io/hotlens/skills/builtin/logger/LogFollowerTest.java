package io.hotlens.skills.builtin.logger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class LogFollowerTest {

    @TempDir Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path log = Path.of("");
    private LogFollower follower = new LogFollower(log, lines::add);

    @BeforeEach
    void begin() throws IOException {
        log = folder.resolve("app.log");
        Files.writeString(log, "");
        follower = new LogFollower(log, lines::add);
        follower.poll();
    }

    @AfterEach
    void end() throws IOException {
        follower.close();
    }

    private void write(Path file, int from, int to) throws IOException {
        var text = new StringBuilder();
        IntStream.range(from, to).forEach(i -> text.append("line ").append(i).append('\n'));
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void assertEachOnce(int upTo) {
        assertEquals(IntStream.range(0, upTo).mapToObj(i -> "line " + i).toList(), lines);
    }

    private void pollThreeTimes() throws IOException {
        for (int i = 0; i < 3; i++) {
            follower.poll();
        }
    }

    @Test
    void aLineIsReadWhenItIsWhole() throws IOException {
        Files.writeString(log, "half a ", StandardOpenOption.APPEND);
        follower.poll();
        assertEquals(List.of(), lines);
        Files.writeString(log, "line\r\n", StandardOpenOption.APPEND);
        assertTrue(follower.poll());
        assertEquals(List.of("half a line"), lines);
    }

    @Test
    void renamingLosesAndRepeatsNothing() throws IOException {
        write(log, 0, 10);
        follower.poll();
        write(log, 10, 20);
        Path old = Files.move(log, folder.resolve("app.log.1"));
        write(old, 20, 25);
        write(log, 30, 40);
        follower.poll();
        write(old, 25, 30);
        pollThreeTimes();
        assertEachOnce(40);
    }

    @Test
    void severalRotationsInARowAreFollowed() throws IOException {
        for (int i = 0; i < 5; i++) {
            write(log, i * 10, i * 10 + 10);
            pollThreeTimes();
            Files.move(log, folder.resolve("app.log." + i));
        }
        write(log, 50, 60);
        pollThreeTimes();
        assertEachOnce(60);
    }

    @Test
    void copyAndTruncateIsReadFromTheCopy() throws IOException {
        write(log, 0, 10);
        follower.poll();
        write(log, 10, 20);
        Files.copy(log, folder.resolve("app.log.1"));
        Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
        write(log, 20, 25);
        pollThreeTimes();
        assertEachOnce(25);
    }

    @Test
    void aTruncatedFileThatHasGrownBeyondOurPlaceIsSeenByItsBytes() throws IOException {
        write(log, 0, 3);
        follower.poll();
        Files.writeString(log, "", StandardOpenOption.TRUNCATE_EXISTING);
        var text = new StringBuilder();
        IntStream.range(100, 200).forEach(i -> text.append("other ").append(i).append('\n'));
        Files.writeString(log, text, StandardOpenOption.APPEND);
        pollThreeTimes();
        assertEquals(103, lines.size());
        assertEquals("other 100", lines.get(3));
    }

    @Test
    void aFileThatVanishesIsWaitedFor() throws IOException {
        write(log, 0, 5);
        Files.move(log, folder.resolve("moved"));
        pollThreeTimes();
        write(log, 5, 8);
        pollThreeTimes();
        assertEachOnce(8);
        var missing = new LogFollower(folder.resolve("never.log"), lines::add);
        assertThrows(NoSuchFileException.class, missing::poll);
    }

    @Test
    void ofALongPastOnlyTheEndIsReadFromAWholeLineOn() throws IOException {
        Path big = folder.resolve("big.log");
        write(big, 0, 100_000);
        var tail = new ArrayList<String>();
        try (var late = new LogFollower(big, tail::add)) {
            late.poll();
        }
        assertTrue(tail.size() > 1_000 && tail.size() < 100_000, "read " + tail.size());
        assertTrue(tail.getFirst().matches("line \\d+"), tail.getFirst());
        assertEquals("line 99999", tail.getLast());
    }

    @Test
    void tooMuchAtOnceIsSkippedAndTheNewestRead() throws IOException {
        String block = "x".repeat(999) + "\n";
        Files.writeString(log, block.repeat(60_000), StandardOpenOption.APPEND);
        write(log, 0, 1);
        follower.poll();
        assertTrue(follower.skippedBytes() > 40_000_000, "skipped " + follower.skippedBytes());
        assertEquals("line 0", lines.getLast());
    }

    @Test
    void anEndlessLineIsCut() throws IOException {
        Files.writeString(log, "y".repeat(3_000_000) + "\nnext\n", StandardOpenOption.APPEND);
        follower.poll();
        assertEquals(16 * 1024, lines.getFirst().length());
        assertEquals("next", lines.getLast());
    }
}
