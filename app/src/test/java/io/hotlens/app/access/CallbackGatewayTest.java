package io.hotlens.app.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
final class CallbackGatewayTest {

    private static final List<Data> NO_ARGUMENTS = List.of();

    private static Callback callback(Impact impact) {
        return Callback.of("heap_count", "counts.", "a number", "nowhere").costing(impact);
    }

    private static FakeSkill costing(Cost cost) {
        return FakeSkill.of("heap", "return 1")
                .answering(callback(cost.impact()), cost, _ -> Data.of(1));
    }

    private static Cost pause(int ms) {
        return Cost.pausing(Duration.ofMillis(ms), "many threads");
    }

    private static final Cost HEAVY = Cost.heavy(Duration.ofSeconds(2), "a heap of 8 GB");

    @Test
    void shortPausesAreTakenFromTheBudgetUntilItIsUsedUp() throws Exception {
        try (Bench bench = new Bench(costing(pause(150)))) {
            Grant grant = Bench.grant(Impact.LOW);
            for (int i = 0; i < 6; i++) {
                assertInstanceOf(
                        CallAnswer.Answered.class,
                        bench.gateway().call(grant, "heap_count", NO_ARGUMENTS));
            }

            CallAnswer seventh = bench.gateway().call(grant, "heap_count", NO_ARGUMENTS);

            assertEquals(
                    new CallAnswer.Refused(
                            "needs consent: heap_count() would stop the target for about 150 ms"
                                    + " (many threads)"),
                    seventh);
            assertEquals(7, bench.audits().size());
            assertEquals(
                    new Audit("heap_count", pause(150), false, "no consent"),
                    bench.audits().getLast());
        }
    }

    @Test
    void runsOfOneInvestigationShareTheBudget() throws Exception {
        try (Bench bench = new Bench(costing(pause(200)))) {
            var budget = PauseBudget.usual();
            for (int i = 0; i < 5; i++) {
                bench.gateway().call(new Grant(Impact.LOW, budget), "heap_count", NO_ARGUMENTS);
            }

            assertEquals(Duration.ZERO, budget.left());
            assertInstanceOf(
                    CallAnswer.Refused.class,
                    bench.gateway()
                            .call(new Grant(Impact.LOW, budget), "heap_count", NO_ARGUMENTS));
        }
    }

    @Test
    void refusedCallIsRememberedAsUnseen() throws Exception {
        try (Bench bench = new Bench(costing(HEAVY))) {
            Grant grant = Bench.grant(Impact.LOW);

            bench.gateway().call(grant, "heap_count", NO_ARGUMENTS);
            bench.gateway().call(grant, "heap_count", NO_ARGUMENTS);

            assertEquals(
                    List.of(
                            "heap_count: needs consent: heap_count() would load the target heavily"
                                    + " (a heap of 8 GB)"),
                    grant.unseen());
        }
    }

    @Test
    void pauseAllowedForTheRunDoesNotAllowHeavyCalls() throws Exception {
        try (Bench bench = new Bench(costing(HEAVY))) {
            assertInstanceOf(
                    CallAnswer.Refused.class,
                    bench.gateway().call(Bench.grant(Impact.PAUSE), "heap_count", NO_ARGUMENTS));
            assertInstanceOf(
                    CallAnswer.Answered.class,
                    bench.gateway().call(Bench.grant(Impact.HEAVY), "heap_count", NO_ARGUMENTS));
        }
    }

    @Test
    void userIsAskedOnceWhenTheAnswerIsAlways() throws Exception {
        try (Bench bench = new Bench(costing(HEAVY))) {
            var asked = new AtomicInteger();
            bench.consent()
                    .askWith(
                            question -> {
                                asked.incrementAndGet();
                                assertEquals("a heap of 8 GB", question.cost().reason());
                                return Consent.Decision.ALWAYS;
                            });

            bench.gateway().call(Bench.grant(Impact.LOW), "heap_count", NO_ARGUMENTS);
            bench.gateway().call(Bench.grant(Impact.LOW), "heap_count", NO_ARGUMENTS);

            assertEquals(1, asked.get());
            assertTrue(bench.audits().stream().allMatch(Audit::allowed));
        }
    }

    @Test
    void userIsAskedAgainAfterOnce() throws Exception {
        try (Bench bench = new Bench(costing(pause(900)))) {
            var asked = new AtomicInteger();
            bench.consent()
                    .askWith(
                            _ -> {
                                asked.incrementAndGet();
                                return Consent.Decision.ONCE;
                            });

            bench.gateway().call(Bench.grant(Impact.LOW), "heap_count", NO_ARGUMENTS);
            bench.gateway().call(Bench.grant(Impact.LOW), "heap_count", NO_ARGUMENTS);

            assertEquals(2, asked.get());
        }
    }

    @Test
    void wrongArgumentsAndATargetThatCannotAnswerAreAnswers() throws Exception {
        FakeSkill skill =
                FakeSkill.of("heap", "return 1")
                        .answering(
                                callback(Impact.FREE).with(Parameter.limit()),
                                Cost.FREE,
                                _ -> {
                                    throw new TargetException.Unsupported("needs JDK 24");
                                });
        try (Bench bench = new Bench(skill)) {
            Grant grant = Bench.grant(Impact.LOW);

            var wrong =
                    assertInstanceOf(
                            CallAnswer.Refused.class,
                            bench.gateway().call(grant, "heap_count", List.of(Data.of("x"))));
            CallAnswer unsupported = bench.gateway().call(grant, "heap_count", NO_ARGUMENTS);

            assertTrue(wrong.why().contains("'limit' must be a number"), wrong.why());
            assertEquals(new CallAnswer.Refused("heap_count: needs JDK 24"), unsupported);
            assertEquals(List.of("heap_count: needs JDK 24"), grant.unseen());
        }
    }

    @Test
    void secretsNeverLeave() throws Exception {
        FakeSkill skill =
                FakeSkill.of("heap", "return 1")
                        .answering("heap_count", _ -> Data.of("-Ddb.password=canary-4711 -Xmx1g"));
        try (Bench bench = new Bench(skill)) {
            assertEquals(
                    new CallAnswer.Answered(Data.of("-Ddb.password=[redacted] -Xmx1g")),
                    bench.gateway().call(Bench.grant(Impact.LOW), "heap_count", NO_ARGUMENTS));
        }
    }

    @Test
    void callThatHangsDoesNotHoldAnInterruptedCaller() throws Exception {
        var inside = new CountDownLatch(1);
        FakeSkill skill =
                FakeSkill.of("heap", "return 1")
                        .answering(
                                "heap_count",
                                _ -> {
                                    inside.countDown();
                                    long end = System.nanoTime() + 3_000_000_000L;
                                    while (System.nanoTime() < end) {
                                        Thread.onSpinWait();
                                    }
                                    return Data.NOTHING;
                                });
        try (Bench bench = new Bench(skill)) {
            var ended = new CountDownLatch(1);
            Thread caller =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            bench.gateway()
                                                    .call(
                                                            Bench.grant(Impact.LOW),
                                                            "heap_count",
                                                            NO_ARGUMENTS);
                                        } catch (InterruptedException _) {
                                            ended.countDown();
                                        }
                                    });
            inside.await();
            long start = System.nanoTime();

            caller.interrupt();
            ended.await();

            assertTrue(System.nanoTime() - start < Duration.ofSeconds(1).toNanos());
        }
    }
}
