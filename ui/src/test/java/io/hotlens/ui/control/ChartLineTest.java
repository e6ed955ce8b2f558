package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.metric.Series;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

final class ChartLineTest {

    private final ChartLine line =
            new ChartLine(
                    "",
                    new Series(
                            IntStream.of(0, 2, 4, 6, 40, 42)
                                    .mapToObj(s -> new Series.Point(Samples.NOON.plusSeconds(s), s))
                                    .toList()));

    @ParameterizedTest
    @CsvSource({"-3, 0", "0, 0", "0.9, 0", "1.2, 2", "6, 6", "12, 6", "39, 40", "50, 42"})
    void theNearestValueIsTheOneAtAnInstant(double second, double value) {
        assertEquals(
                Optional.of(value),
                line.at(Samples.NOON.plusMillis((long) (second * 1_000))).map(Series.Point::value));
    }

    @Test
    void acrossAGapThereIsNone() {
        var sparse =
                new ChartLine(
                        "",
                        new Series(
                                List.of(
                                        new Series.Point(Samples.NOON, 1),
                                        new Series.Point(Samples.NOON.plusSeconds(1), 2),
                                        new Series.Point(Samples.NOON.plusSeconds(2), 3))));
        assertEquals(Optional.empty(), sparse.at(Samples.NOON.plusSeconds(20)));
        assertEquals(Optional.empty(), new ChartLine("", Series.EMPTY).at(Samples.NOON));
    }
}
