package io.hotlens.ui.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.support.BeanSamples;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

final class AttributeWatchTest {

    private static final OfAttribute USED =
            new OfAttribute(BeanSamples.MEMORY, "HeapMemoryUsage", List.of("used"));
    private static final OfAttribute MAX =
            new OfAttribute(BeanSamples.MEMORY, "HeapMemoryUsage", List.of("max"));

    private final Deque<LuaOutcome> answers = new ArrayDeque<>();
    private final AttributeWatch watch =
            new AttributeWatch(this::answer, InstantSource.fixed(Samples.NOON));

    private LuaOutcome answer(String code) {
        assertEquals(1, code.split("read\\(\"", -1).length - 1, "one call for both parts");
        return answers.isEmpty() ? failure() : answers.removeFirst();
    }

    private static LuaOutcome failure() {
        return new LuaOutcome.Failure(
                "the target does not answer", 1, List.of(), List.of(), Duration.ZERO);
    }

    private static LuaOutcome value(Data value) {
        return Samples.returned(Data.items(List.of(Data.fields().put("value", value).build())));
    }

    @Test
    void partsOfOneAttributeAreReadTogetherAndAMissLeavesAGapWithItsReason() {
        answers.add(value(Data.fields().put("used", 10).put("max", 64).build()));
        answers.add(
                Samples.returned(
                        Data.items(List.of(Data.fields().put("problem", "no such bean").build()))));
        answers.add(value(Data.fields().put("used", 12).build()));
        watch.want(new LinkedHashSet<>(List.of(USED, MAX)));
        watch.read();
        watch.read();
        assertEquals("no such bean", watch.problem(USED));
        watch.read();
        assertEquals("", watch.problem(USED));
        assertArrayEquals(new double[] {10, 12}, watch.series(USED).values());
        assertArrayEquals(new double[] {64}, watch.series(MAX).values());
        assertEquals("it is no number now", watch.problem(MAX));
        watch.read();
        assertEquals("the target does not answer", watch.problem(USED));
        assertArrayEquals(new double[] {10, 12}, watch.series(USED).values());
    }

    @Test
    void whatIsNotWantedAnyMoreIsForgotten() {
        answers.add(value(Data.fields().put("used", 10).build()));
        watch.want(Set.of(USED));
        watch.read();
        assertEquals(1, watch.series(USED).points().size());
        watch.want(Set.of());
        assertTrue(watch.series(USED).isEmpty());
    }
}
