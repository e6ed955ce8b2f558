package io.hotlens.skills.builtin.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.builtin.ports.FilePositions.Moved;
import io.hotlens.skills.builtin.ports.FilePositions.Position;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class IoCountersTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MB = 1 << 20;

    private static IoCounters at(long second, long read, long written, long calls) {
        return IoCounters.parse(
                        START.plusSeconds(second),
                        "rchar: %d\nwchar: %d\nsyscr: %d\nsyscw: %d\nread_bytes: 0\n"
                                .formatted(read, written, calls, calls))
                .orElseThrow();
    }

    @Test
    void twoCountsMakeRates() {
        IoCounters.Rates rates = at(4, 8 * MB, 400 * MB, 800).since(at(0, 0, 0, 0)).orElseThrow();
        assertEquals(2, rates.readMbPerS(), 0.001);
        assertEquals(100, rates.writeMbPerS(), 0.001);
        assertEquals(200, rates.readCallsPerS(), 0.001);
    }

    @Test
    void withoutTimeThereIsNoRate() {
        assertTrue(at(1, 1, 1, 1).since(at(1, 0, 0, 0)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rchar: 1", "rchar: x\nwchar: 1\nsyscr: 1\nsyscw: 1", "\0\0\0"})
    void anotherFormIsNoCount(String text) {
        assertEquals(Optional.empty(), IoCounters.parse(START, text));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0100000, true, false
                    0100001, false, true
                    0100002, true, true
                    """)
    void flagsSayWhatAFileIsOpenFor(String flags, boolean reading, boolean writing) {
        Position position = Position.of("/x", "pos:\t4096\nflags:\t" + flags + "\nmnt_id:\t26\n");
        assertEquals(new Position("/x", 4096, reading, writing), position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pos: x", "pos:\t99999999999999999999\nflags:\t9"})
    void aPositionOfAnotherFormIsTheBeginning(String text) {
        assertEquals(new Position("/x", 0, false, false), Position.of("/x", text));
    }

    private static FilePositions positions(long second, long offset, String name) {
        return new FilePositions(
                START.plusSeconds(second), Map.of(5, new Position(name, offset, false, true)));
    }

    @Test
    void whatAFileMovedOnWasWritten() {
        assertEquals(
                List.of(new Moved("/log", 5, false, true)),
                positions(2, 30 * MB, "/log").since(positions(0, 20 * MB, "/log")));
    }

    @Test
    void aFileThatWasRewoundMovedAtLeastWhatCameAfter() {
        assertEquals(
                List.of(new Moved("/log", 1, false, true)),
                positions(2, 2 * MB, "/log").since(positions(0, 20 * MB, "/log")));
    }

    @Test
    void anotherFileUnderTheSameNumberIsNotCompared() {
        assertEquals(List.of(), positions(2, 30 * MB, "/new").since(positions(0, 20 * MB, "/log")));
    }
}
