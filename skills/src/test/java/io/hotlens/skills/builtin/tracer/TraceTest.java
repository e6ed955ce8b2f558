package io.hotlens.skills.builtin.tracer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.target.TargetEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class TraceTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T12:00:00Z");
    private static final double CPU = 20;

    private static final Instant CHECKED = BEGIN.plus(Trace.SETTLE).plus(Trace.CHECK);

    private Instant now = BEGIN;

    private static Trace.Load load(double targetPct) {
        return new Trace.Load(targetPct, 60);
    }

    private static void tick(Trace trace, Instant at, double cpuPct) {
        trace.tick(at, at, load(cpuPct));
    }

    private Trace trace(Trace.Mode mode) {
        return new Trace("abc", TracedMethod.of("com.shop.Cart::add"), mode, BEGIN);
    }

    private TargetEvent.Recorded event(String type, double ms, String... stack) {
        return new TargetEvent.Recorded(
                now, type, Duration.ofNanos((long) (ms * 1e6)), "http-1", Map.of(), List.of(stack));
    }

    private Trace active(Trace.Mode mode) {
        Trace trace = trace(mode);
        now = CHECKED;
        tick(trace, now, CPU);
        assertInstanceOf(Trace.State.Active.class, trace.state());
        return trace;
    }

    private static String why(Trace trace) {
        return assertInstanceOf(Trace.State.Ended.class, trace.state()).why();
    }

    @Test
    void nothingRunsBeforeTheCheckIsOver() {
        Trace trace = trace(Trace.Mode.TRACE);
        tick(trace, BEGIN.plusSeconds(3), CPU);
        assertInstanceOf(Trace.State.Checking.class, trace.state());
    }

    @Test
    void withoutSamplesNothingIsTraced() {
        Trace trace = trace(Trace.Mode.TRACE);
        trace.tick(BEGIN.plusSeconds(20), BEGIN, load(CPU));
        assertInstanceOf(Trace.State.Checking.class, trace.state());
        trace.tick(BEGIN.plusSeconds(31), BEGIN, load(CPU));
        assertTrue(why(trace).contains("no samples"), () -> why(trace));
    }

    @Test
    void aMethodThatFillsAProcessorIsRefusedAndNeverTraced() {
        Trace trace = trace(Trace.Mode.TRACE);
        for (int i = 0; i < 120; i++) {
            trace.sample(event("jdk.ExecutionSample", 0, "com.shop.Cart.add:3", "x.Y.z:1"));
        }
        tick(trace, CHECKED, CPU);
        assertTrue(why(trace).contains("80 %"), () -> why(trace));
        assertEquals(new Trace.State.Ended(why(trace), false), trace.state());
    }

    /// A trace that has seen some samples of the method and some of others, of 150 that a loop
    /// would give in its three seconds.
    private Trace sampled(int hot, int others, double hostPct) {
        Trace trace = trace(Trace.Mode.TRACE);
        for (int i = 0; i < hot; i++) {
            trace.sample(event("jdk.ExecutionSample", 0, "com.shop.Cart.add:3", "x.Y.z:1"));
        }
        for (int i = 0; i < others; i++) {
            trace.sample(event("jdk.ExecutionSample", 0, "x.Y.z:1"));
        }
        trace.tick(CHECKED, CHECKED, new Trace.Load(CPU, hostPct));
        return trace;
    }

    @Test
    void onABusyHostAMethodThatTakesMostOfWhatIsLeftIsRefused() {
        Trace trace = sampled(30, 10, 90);
        assertTrue(why(trace).contains("75 % of what a busy host leaves"), () -> why(trace));
        assertEquals(new Trace.State.Ended(why(trace), false), trace.state());
    }

    @Test
    void aFifthOfAProcessorIsNotHotOnAHostWithOneFree() {
        assertInstanceOf(Trace.State.Active.class, sampled(30, 10, 89).state());
        assertInstanceOf(Trace.State.Active.class, sampled(30, 10, Double.NaN).state());
    }

    @Test
    void onABusyHostAMethodThatIsSeldomSeenOrOneOfManyIsTraced() {
        assertInstanceOf(Trace.State.Active.class, sampled(4, 0, 99).state());
        assertInstanceOf(Trace.State.Active.class, sampled(30, 70, 99).state());
    }

    @Test
    void aMethodThatOnlyCallsWhatIsHotIsNotHot() {
        Trace trace = trace(Trace.Mode.TRACE);
        for (int i = 0; i < 200; i++) {
            trace.sample(event("jdk.ExecutionSample", 0, "x.Y.z:1", "com.shop.Cart.add:3"));
        }
        tick(trace, CHECKED, CPU);
        assertInstanceOf(Trace.State.Active.class, trace.state());
    }

    @Test
    void fiveCallsASecondAreKeptTheNewestFirst() {
        Trace trace = active(Trace.Mode.TRACE);
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 20; i++) {
                trace.call(event("jdk.MethodTrace", 10 + i, "com.shop.Checkout.pay:9"));
            }
            now = now.plusSeconds(1);
        }
        assertEquals(60, trace.seen());
        assertEquals(15, trace.calls().size());
        assertEquals(now.minusSeconds(1), trace.calls().getFirst().at());
        assertEquals(14, trace.calls().getFirst().durationMs());
    }

    @Test
    void fiftyAreKeptInAll() {
        Trace trace = active(Trace.Mode.TRACE);
        for (int second = 0; second < 30; second++) {
            for (int i = 0; i < 5; i++) {
                trace.call(event("jdk.MethodTrace", second, "a.B.c:1"));
            }
            now = now.plusSeconds(1);
        }
        assertEquals(Trace.KEPT, trace.calls().size());
        assertEquals(29, trace.calls().getFirst().durationMs());
    }

    @Test
    void aFloodOfCallsEndsIt() {
        Trace trace = active(Trace.Mode.TRACE);
        for (int i = 0; i <= Trace.FLOOD_PER_SECOND; i++) {
            trace.call(event("jdk.MethodTrace", 11, "a.B.c:1"));
        }
        assertTrue(why(trace).contains("500 calls a second"), () -> why(trace));
    }

    @Test
    void itEndsAfterAMinute() {
        Trace trace = active(Trace.Mode.TRACE);
        tick(trace, now.plusSeconds(59), CPU);
        assertInstanceOf(Trace.State.Active.class, trace.state());
        tick(trace, now.plusSeconds(60), CPU);
        assertEquals("its 60 s are over", why(trace));
    }

    @Test
    void itEndsWhenTheCpuRisesByMoreThanTenPoints() {
        Trace trace = active(Trace.Mode.TIMING);
        tick(trace, now.plusSeconds(1), CPU + 10);
        assertInstanceOf(Trace.State.Active.class, trace.state());
        tick(trace, now.plusSeconds(2), CPU + 11);
        assertEquals("the target's CPU rose from 20 % to 31 %", why(trace));
    }

    @Test
    void anUnknownCpuEndsNothing() {
        Trace trace = active(Trace.Mode.TRACE);
        tick(trace, now.plusSeconds(1), Double.NaN);
        assertInstanceOf(Trace.State.Active.class, trace.state());
    }

    @Test
    void aSampledCallHasNoDuration() {
        Trace trace = active(Trace.Mode.SAMPLED);
        trace.sample(event("jdk.ExecutionSample", 0, "x.Y.z:1", "com.shop.Cart.add:3"));
        trace.sample(event("jdk.ExecutionSample", 0, "x.Y.z:1", "com.shop.Other.add:3"));
        assertEquals(1, trace.calls().size());
        assertTrue(trace.calls().getFirst().durationMs() < 0);
    }

    @Test
    void whatIsOverStaysOverForItsFirstReason() {
        Trace trace = active(Trace.Mode.TRACE);
        trace.end("first");
        trace.end("second");
        tick(trace, now.plusSeconds(90), 99);
        trace.call(event("jdk.MethodTrace", 11, "a.B.c:1"));
        assertEquals(new Trace.State.Ended("first", true), trace.state());
        assertEquals(0, trace.seen());
    }
}
