package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

class CallsTest {

    private final Core core = Core.of("a target", InstantSource.system());

    @Test
    void answerIsHandedOn() {
        assertEquals(7, core.calls().run(CallKind.READ, "seven", () -> 7, () -> {}));
        assertEquals(1, core.cost().cost().calls());
    }

    @Test
    void callerIsFreeAtTheDeadlineWhateverTheWorkerDoes() {
        var never = new CountDownLatch(1);
        var givenUp = new AtomicBoolean();
        long begin = System.nanoTime();
        var late =
                assertThrows(
                        TargetException.TimedOut.class,
                        () ->
                                core.calls()
                                        .run(
                                                CallKind.READ,
                                                "the answer",
                                                () -> {
                                                    never.await();
                                                    return 1;
                                                },
                                                () -> givenUp.set(true)));
        double seconds = (System.nanoTime() - begin) / 1e9;
        never.countDown();
        assertTrue(seconds >= 4.9 && seconds < 6.5, "it took " + seconds + " s");
        assertTrue(givenUp.get());
        assertTrue(late.retryHelps());
        assertEquals("the answer did not come from a target within 5 s.", late.getMessage());
    }

    @Test
    void waitingCallerIsFreedWhenTheTargetIsLost() throws Exception {
        var never = new CountDownLatch(1);
        var working = new CountDownLatch(1);
        var caller =
                new FutureTask<>(
                        () ->
                                assertThrows(
                                        TargetException.Gone.class,
                                        () ->
                                                core.calls()
                                                        .run(
                                                                CallKind.READ,
                                                                "the answer",
                                                                () -> {
                                                                    working.countDown();
                                                                    never.await();
                                                                    return 1;
                                                                },
                                                                () -> {})));
        Thread.ofVirtual().start(caller);
        assertTrue(working.await(5, TimeUnit.SECONDS));
        core.health().lost("it is frozen");
        assertTrue(
                String.valueOf(caller.get(1, TimeUnit.SECONDS).getMessage())
                        .contains("it is frozen"));
        assertThrows(
                TargetException.Gone.class,
                () -> core.calls().run(CallKind.READ, "more", () -> 1, () -> {}));
        core.health().connected();
        assertEquals(1, core.calls().run(CallKind.READ, "more", () -> 1, () -> {}));
        never.countDown();
    }

    @Test
    void heavyCallsRunOneAfterTheOther() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var callers = new Thread[4];
        for (int i = 0; i < callers.length; i++) {
            callers[i] =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            core.calls()
                                                    .run(
                                                            CallKind.HISTOGRAM,
                                                            "the histogram",
                                                            () -> {
                                                                most.accumulateAndGet(
                                                                        inside.incrementAndGet(),
                                                                        Math::max);
                                                                LockSupport.parkNanos(1_000_000);
                                                                return inside.decrementAndGet();
                                                            },
                                                            () -> {}));
        }
        for (Thread caller : callers) {
            assertTrue(caller.join(Duration.ofSeconds(10)));
        }
        assertEquals(1, most.get());
        assertFalse(core.calls().mayBeSilent());
    }

    @Test
    void interruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
        var never = new CountDownLatch(1);
        var flag = new AtomicBoolean();
        var caller =
                new FutureTask<>(
                        () -> {
                            var stopped =
                                    assertThrows(
                                            TargetException.TimedOut.class,
                                            () ->
                                                    core.calls()
                                                            .run(
                                                                    CallKind.READ,
                                                                    "the answer",
                                                                    () -> {
                                                                        never.await();
                                                                        return 1;
                                                                    },
                                                                    () -> {}));
                            flag.set(Thread.currentThread().isInterrupted());
                            return stopped;
                        });
        Thread thread = Thread.ofVirtual().start(caller);
        thread.interrupt();
        assertTrue(
                String.valueOf(caller.get(1, TimeUnit.SECONDS).getMessage()).contains("cancelled"));
        assertTrue(flag.get());
        never.countDown();
    }

    @Test
    void endedStateIsNeverLeft() {
        core.health().ended("it was closed");
        core.health().connected();
        core.health().lost("late");
        assertInstanceOf(ConnectionState.Ended.class, core.health().state());
        var gone = assertThrows(TargetException.Gone.class, () -> core.calls().refuseIfDown());
        assertEquals("the connection to a target is over: it was closed.", gone.getMessage());
    }
}
