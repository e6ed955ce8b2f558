package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.session.Session;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

final class VitalsTickerTest {

    private final Vitals vitals = read(new ScriptedSession());

    private static Vitals read(ScriptedSession session) {
        return ticker(session, _ -> {}).read();
    }

    private static VitalsTicker ticker(Session session, Consumer<Vitals> sink) {
        return new VitalsTicker(session, InstantSource.fixed(Samples.NOON), Runnable::run, sink);
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

    private static Session counting(AtomicInteger looks) {
        var session = new ScriptedSession();
        return (Session)
                Proxy.newProxyInstance(
                        Session.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("look")) {
                                looks.incrementAndGet();
                            }
                            return method.invoke(session, arguments);
                        });
    }

    @Test
    void onlyATargetInFrontIsLookedAt() {
        var looks = new AtomicInteger();
        var shown = new ArrayList<Vitals>();
        var ticker = ticker(counting(looks), shown::add);
        ticker.once();
        ticker.inFront(false);
        ticker.once();
        assertEquals(1, looks.get());
        assertEquals(2, shown.size());
    }
}
