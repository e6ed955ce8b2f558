package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

final class EnvelopeTest {

    private static final Instant FROM = Samples.NOON;

    private static Series.Point at(int second, double value) {
        return new Series.Point(FROM.plusSeconds(second), value);
    }

    @Test
    void aSpikeOfOneSecondSurvivesAnyNumberOfPoints() {
        List<Series.Point> points =
                IntStream.range(0, 1000).mapToObj(i -> at(i, i == 500 ? 90 : 10)).toList();
        Envelope envelope = Envelope.of(new Series(points), FROM, FROM.plusSeconds(1000), 100);
        assertEquals(90, envelope.high(50));
        assertEquals(10, envelope.low(50));
        assertEquals(90, envelope.top());
    }

    @Test
    void aColumnWithoutPointsIsAGap() {
        Envelope envelope =
                Envelope.of(
                        new Series(List.of(at(0, 1), at(9, 2))), FROM, FROM.plusSeconds(10), 10);
        assertFalse(envelope.has(5));
        assertEquals(2, envelope.high(9));
    }

    @Test
    void pointsOutsideTheWindowAreLeftOut() {
        Envelope envelope =
                Envelope.of(
                        new Series(List.of(at(-5, 100), at(1, 7), at(20, 100))),
                        FROM,
                        FROM.plusSeconds(10),
                        10);
        assertEquals(7, envelope.top());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    61, PERCENT, 100
                    3.2, PERCENT, 5
                    120, PERCENT, 200
                    214, COUNT, 500
                    0, COUNT, 1
                    0.04, MEGABYTES_PER_SECOND, 0.05
                    1000, COUNT, 1000
                    """)
    void theScaleEndsAtARoundNumber(double highest, Unit unit, double top) {
        assertEquals(top, Scale.top(highest, unit), 1e-9);
    }
}
