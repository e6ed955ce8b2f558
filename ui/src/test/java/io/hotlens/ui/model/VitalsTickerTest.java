package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;

final class VitalsTickerTest {

    private final Vitals vitals = read(new ScriptedSession());

    private static Vitals read(ScriptedSession session) {
        return VitalsTicker.read(session, InstantSource.fixed(Samples.NOON), () -> Normality.NONE);
    }

    @Test
    void everySampledMetricIsThereWithTenMinutesOfPast() {
        var heap = vitals.vital("jvm.heap_used_pct").orElseThrow();
        assertTrue(heap.latest().isKnown());
        assertEquals(Duration.ofMinutes(10), heap.series(Duration.ofMinutes(10)).span());
    }

    @Test
    void whatIsNotMeasurableHasAReasonAndNoPoints() {
        var cpu = vitals.vital("jvm.process_cpu_pct").orElseThrow();
        assertFalse(cpu.latest().isKnown());
        assertTrue(cpu.series(Duration.ofMinutes(10)).isEmpty());
    }

    @Test
    void whatNobodySamplesIsAbsent() {
        assertTrue(vitals.vital("exceptions.exceptions_per_s").isEmpty());
    }

    @Test
    void whoChoosesTheNextStepIsSaidAsItIs() {
        assertEquals("model: rules, no key, no network", vitals.model());
        var session = new ScriptedSession();
        session.models("acme:thinker-1");
        assertEquals("model: acme:thinker-1, is sent redacted data", read(session).model());
    }
}
