package io.hotlens.skills.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class SlopeTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Series every10s(double... values) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Series.Point(START.plusSeconds(10L * i), values[i]));
        }
        return new Series(points);
    }

    @Test
    void aStraightRiseHasItsSlopePerMinuteAndFitsWholly() {
        Slope slope = every10s(1, 2, 3, 4).slope();
        assertEquals(6, slope.perMinute(), 1e-9);
        assertEquals(1, slope.r2(), 1e-9);
        assertEquals(4, slope.last(), 1e-9);
        assertEquals(1, slope.minutesTo(10), 1e-9);
    }

    @Test
    void aFlatLineNeverReachesItsLimit() {
        assertEquals(Double.POSITIVE_INFINITY, every10s(5, 5, 5).slope().minutesTo(10));
        assertEquals(0, every10s(5, 5, 5).slope().r2());
    }

    @Test
    void aSawFitsNoLine() {
        assertTrue(every10s(1, 9, 1, 9, 1, 9, 1, 9).slope().r2() < 0.2);
    }

    @Test
    void onePointHasNoSlope() {
        assertEquals(0, every10s(7).slope().perMinute());
        assertEquals(7, every10s(7).slope().last());
    }

    @Test
    void aCounterThatStartsAgainDoesNotFall() {
        assertEquals(6, Rates.rise(every10s(10, 12, 1, 5)));
        assertEquals(0.2, Rates.perSecond(every10s(10, 12, 1, 5)), 1e-9);
    }

    @Test
    void aCounterHasARateAtEachPointButTheFirst() {
        assertArrayEquals(new double[] {0.2, 0, 0.4}, Rates.each(every10s(10, 12, 1, 5)).values());
        assertTrue(Rates.each(every10s(3)).isEmpty());
    }

    @Test
    void noTimeMeansNoRate() {
        assertTrue(Double.isNaN(Rates.perSecond(every10s(3))));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "50, 2", "95, 4", "100, 4"})
    void percentilesAreByNearestRank(double percent, double value) {
        assertEquals(value, new Percentiles(new double[] {4, 1, 3, 2}).at(percent));
    }
}
