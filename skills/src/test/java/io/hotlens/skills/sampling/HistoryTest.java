package io.hotlens.skills.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class HistoryTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private static final Duration LONG = Duration.ofHours(2);
    private static final Metric METRIC =
            new Metric("gc", "live_set_mb", Unit.MEGABYTES, MetricKind.GAUGE, "what is left");

    private static History filled(int seconds) {
        var history = new History(() -> BEGIN.plusSeconds(seconds - 1L));
        for (int i = 0; i < seconds; i++) {
            history.record(METRIC, BEGIN.plusSeconds(i), Reading.of(i));
        }
        return history;
    }

    @Test
    void fewPointsComeBackAsTheyWere() {
        Series series = filled(3).series(METRIC, LONG);
        assertArrayEquals(new double[] {0, 1, 2}, series.values());
        assertEquals(BEGIN, series.points().getFirst().at());
    }

    @Test
    void theOldestAreForgottenAfterHalfAnHour() {
        Series series = filled(1_800 + 75).series(METRIC, LONG);
        assertEquals(1_800, series.points().size());
        assertEquals(75, series.points().getFirst().value());
        assertEquals(1_874, series.points().getLast().value());
        assertEquals(Duration.ofSeconds(1_799), series.span());
    }

    @Test
    void aWindowHasItsFirstMoment() {
        assertArrayEquals(
                new double[] {97, 98, 99},
                filled(100).series(METRIC, Duration.ofSeconds(2)).values());
    }

    @Test
    void aGapIsNoPointAndIsTheLatestReading() {
        History history = filled(2);
        history.record(METRIC, BEGIN.plusSeconds(1), Reading.unavailable("gone"));
        assertEquals(2, history.series(METRIC, LONG).points().size());
        assertEquals(Reading.unavailable("gone"), history.latest(METRIC));
        assertTrue(history.series("no.such", LONG).isEmpty());
    }

    @Test
    void aWindowLargerThanTimeItselfIsAllThereIs() {
        assertEquals(3, filled(3).series(METRIC, Duration.ofSeconds(1L << 37)).points().size());
    }
}
