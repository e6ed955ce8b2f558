package io.hotlens.skills.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;

class BaselineTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static MetricModel learned(int values, LongToDoubleFunction source) {
        var model = new MetricModel(Floors.NONE);
        for (long i = 0; i < values; i++) {
            model.judge(START.plusSeconds(300 * i), source.applyAsDouble(300 * i));
        }
        return model;
    }

    private static Baseline baseline(MetricModel model) {
        return model.baseline("test.metric").orElseThrow();
    }

    @Test
    void storedAndReadItJudgesTheSame() {
        var random = new SplittableRandom(3);
        MetricModel model = learned(2_000, _ -> 50 + random.nextGaussian());
        model.interrupt();
        String stored = Json.write(BaselineData.write(baseline(model)));
        Baseline read = BaselineData.read((Data.Fields) Json.parse(stored));
        var again = new MetricModel(Floors.NONE, read);
        Instant next = START.plusSeconds(300 * 2_000);
        assertEquals(model.judge(next, 70).score(), again.judge(next, 70).score(), 1e-6);
    }

    @Test
    void whatIsMissingIsNamed() {
        var error =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> BaselineData.read(Data.fields().put("metric", "a.b").build()));
        assertEquals("a stored baseline has no 'at'", error.getMessage());
    }

    @Test
    void seasonOfTheDayIsFound() {
        var random = new SplittableRandom(3);
        MetricModel model =
                learned(
                        5 * 288,
                        second ->
                                50
                                        + 30 * Math.sin(2 * Math.PI * second / 86_400)
                                        + random.nextGaussian());
        assertEquals("day", baseline(model).ways().best());
    }

    @Test
    void seasonOfTheHourIsFound() {
        var random = new SplittableRandom(3);
        MetricModel model =
                learned(3 * 288, second -> (second % 3600 < 600 ? 90 : 10) + random.nextGaussian());
        assertEquals("hour", baseline(model).ways().best());
    }

    @Test
    void trendIsFound() {
        var random = new SplittableRandom(3);
        MetricModel model = learned(400, second -> second / 300.0 + random.nextGaussian());
        assertEquals("trend", baseline(model).ways().best());
    }

    @Test
    void extremesHardlyMoveTheLevel() {
        var random = new SplittableRandom(3);
        MetricModel model =
                learned(
                        1_000,
                        second -> second % 30_000 == 29_700 ? 1e6 : 50 + random.nextGaussian());
        assertEquals(50, baseline(model).level(), 2);
    }
}
