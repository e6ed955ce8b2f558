package io.hotlens.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

final class FormatsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "61.44, 61.4",
        "99999, '99,999'",
        "120000, 120 k",
        "1500000, 1.50 M",
        "-34000000000, -34 G"
    })
    void largeNumbersOnAnAxisAreShort(double value, String text) {
        assertEquals(text, Formats.compact(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    0; 0
                    0.034; 0.03
                    61.37; 61.4
                    214; 214
                    1234567; 1,234,567
                    999.6; 1,000
                    """)
    void numbersHaveFewDigits(double value, String text) {
        assertEquals(text, Formats.number(value));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PT0.14S, 140 ms
                    PT12S, 12 s
                    PT3M, 3 min
                    PT3M5S, 3 min 5 s
                    PT4H7M, 4 h 7 min
                    PT76H, 3 d 4 h
                    """)
    void durationsShowTheirTwoLargestParts(Duration duration, String text) {
        assertEquals(text, Formats.duration(duration));
    }

    @Test
    void agesAreRoundedToMinutes() {
        assertEquals("just now", Formats.ago(NOON, NOON));
        assertEquals("3 min ago", Formats.ago(NOON, NOON.plusSeconds(200)));
    }

    @Test
    void aSentenceEndsOnce() {
        assertEquals("the process ended.", Formats.sentence("the process ended"));
        assertEquals("Gone.", Formats.sentence("Gone. "));
    }

    @Test
    void aCountHasNoUnit() {
        assertEquals("214", Formats.value(214, Unit.COUNT));
        assertEquals("61.4 %", Formats.value(61.4, Unit.PERCENT));
    }
}
