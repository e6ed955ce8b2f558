package io.hotlens.skills.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

class FloorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// One value each ten seconds.
    private static Floor of(double... values) {
        return Floor.of(
                new Series(
                        IntStream.range(0, values.length)
                                .mapToObj(
                                        i ->
                                                new Series.Point(
                                                        START.plusSeconds(10L * i), values[i]))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    1 2 3 4 5 6 7,       6, 2
                    1 9 1 9 1 9 1,       0, 0
                    1 5 5 5 5 5 5,       4, 0
                    5 4 3 2 1 1 1,       0, 0
                    1 7 2 8 3 9 4,       3, 1
                    1 1 1 1 1 1 1,       0, 0
                    1 5 9,               8, 4
                    3,                   0, 0
                    """)
    void onlyWhatIsNotGivenBackCounts(String values, double added, double lately) {
        Floor floor =
                of(Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray());
        assertEquals(added, floor.added());
        assertEquals(lately, floor.addedLately());
    }

    @Test
    void theLineRunsThroughTheFloor() {
        Floor floor = of(0, 1, 2, 3);
        assertEquals(6, floor.line().perMinute(), 1e-9);
        assertEquals(1, floor.line().r2(), 1e-9);
        assertEquals(3, floor.newest());
    }

    @Test
    void nothingHasNoFloor() {
        Floor floor = of();
        assertTrue(Double.isNaN(floor.newest()));
        assertEquals(0, floor.added());
        assertEquals(0, floor.line().points());
    }
}
