package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hotlens.skills.metric.Series;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class LatestTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final Steps steps = new Steps();
    private final Latest latest = new Latest();

    private static Series.Point at(int step) {
        return new Series.Point(START.plusSeconds(30L * step), step);
    }

    private int step() {
        return steps.take(START.plusSeconds(30L * steps.taken()));
    }

    private void value() {
        int step = step();
        latest.add(step, step);
    }

    @Test
    void keepsTheValuesOfTheLastTwentyFourSteps() {
        IntStream.range(0, 30).forEach(_ -> value());
        assertEquals(IntStream.range(6, 30).mapToObj(LatestTest::at).toList(), points());
    }

    @Test
    void aStepWithoutAValueIsAGap() {
        value();
        value();
        step();
        step();
        value();
        step();
        assertEquals(List.of(at(0), at(1), at(4)), points());
    }

    @Test
    void nothingOldComesBackAfterALongGap() {
        IntStream.range(0, 24).forEach(_ -> value());
        IntStream.range(0, 30).forEach(_ -> step());
        assertEquals(List.of(), points());
        value();
        assertEquals(List.of(at(54)), points());
    }

    private List<Series.Point> points() {
        return latest.series(steps).points();
    }
}
