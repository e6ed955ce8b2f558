package io.hotlens.app.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(60)
final class OperatorEndsTest {

    private static final FakeSkill GC =
            FakeSkill.of("gc", "return 1").answering("gc_stats", _ -> Data.of(7));

    private static OperatorReport run(ScriptedModel model) throws InterruptedException {
        return run(model, Budget.within(Duration.ofSeconds(30)));
    }

    private static OperatorReport run(ScriptedModel model, Budget budget)
            throws InterruptedException {
        try (Bench bench = new Bench(GC)) {
            return new Operator(GC, bench.workbench())
                    .start(Bench.request(model, budget, _ -> {}))
                    .await();
        }
    }

    private static String snapshotId(Transcript transcript) {
        return transcript.results().stream()
                .filter(r -> r.call().name().equals("take_snapshot"))
                .flatMap(r -> ((Data.Fields) r.result()).text("id").stream())
                .reduce((_, b) -> b)
                .orElseThrow();
    }

    private static String notify(Transcript transcript) {
        return """
        {"type": "gc_overhead", "context": "c", "observation": "40 %%", "severity": "warning",
         "snapshot_ids": ["%s"], "evidence": {"pct": 40}}\
        """
                .formatted(snapshotId(transcript));
    }

    @Test
    void threeUselessAnswersInARowEndTheRunAsFailed() throws Exception {
        var model =
                new ScriptedModel()
                        .then("take_snapshot", "")
                        .then("resolve", "{}")
                        .then(_ -> new Reply(List.of(), "I think all is well", Usage.NONE))
                        .then("wait", "{}");

        OperatorReport report = run(model);

        assertInstanceOf(Outcome.Failed.class, report.outcome());
        assertEquals(1, report.snapshots().size());
    }

    @Test
    void iterationsAreLimitedAndWhatWasFoundIsKept() throws Exception {
        var model =
                new ScriptedModel()
                        .then("take_snapshot", "")
                        .then("send_notification", OperatorEndsTest::notify);
        for (int i = 0; i < 30; i++) {
            model.then("think", "{\"thought\": \"again\"}");
        }

        OperatorReport report = run(model);

        assertEquals(new Outcome.Truncated("25 iterations"), report.outcome());
        assertEquals(1, report.notifications().size());
    }

    @Test
    void deadlineEndsAHangingModelWithPartialResults() throws Exception {
        var model =
                new ScriptedModel().then("take_snapshot", "").thenHanging(new CountDownLatch(1));

        OperatorReport report = run(model, Budget.within(Duration.ofMillis(300)));

        assertEquals(new Outcome.Truncated("300 ms"), report.outcome());
        assertEquals(1, report.snapshots().size());
    }

    @Test
    void cancelReturnsWithinATenthOfASecondFromAModelThatHangs() throws Exception {
        var hanging = new CountDownLatch(1);
        var model = new ScriptedModel().then("take_snapshot", "").thenHanging(hanging);
        try (Bench bench = new Bench(GC)) {
            OperatorRun run =
                    new Operator(GC, bench.workbench()).start(Bench.request(model, _ -> {}));
            hanging.await();
            long start = System.nanoTime();

            run.cancel();
            OperatorReport report = run.await();

            assertTrue(System.nanoTime() - start < Duration.ofMillis(100).toNanos());
            assertEquals(new Outcome.Cancelled(), report.outcome());
            assertEquals(1, report.snapshots().size());
        }
    }

    @Test
    void cancelEndsAnEndlessScript() throws Exception {
        var started = new CountDownLatch(1);
        FakeSkill skill =
                FakeSkill.of("gc", "return 1")
                        .answering(
                                "gc_begin",
                                _ -> {
                                    started.countDown();
                                    return Data.NOTHING;
                                });
        var model =
                new ScriptedModel().then("execute", "{\"code\": \"gc_begin() while true do end\"}");
        try (Bench bench = new Bench(skill)) {
            OperatorRun run =
                    new Operator(skill, bench.workbench()).start(Bench.request(model, _ -> {}));
            started.await();

            run.cancel();

            assertEquals(new Outcome.Cancelled(), run.await().outcome());
            Eventually.holds(
                    () ->
                            Thread.getAllStackTraces().keySet().stream()
                                    .noneMatch(t -> t.getName().equals("hotlens-lua")));
        }
    }

    @Test
    void modelThatFailsTwiceIsAskedAThirdTime() throws Exception {
        var model = new ScriptedModel().thenFailing().thenFailing().then("take_snapshot", "");

        assertEquals(new Outcome.Completed(), run(model).outcome());
    }

    @Test
    void modelThatFailsThreeTimesFailsTheRunAndSaysSo() throws Exception {
        var model = new ScriptedModel().thenFailing().thenFailing().thenFailing();

        assertEquals(
                new Outcome.Failed("the model does not answer: overloaded"), run(model).outcome());
    }

    @Test
    void crashIsReportedAsACrashAndTheOperatorIsUsableAgain() throws Exception {
        var crashing = new AtomicReference<Boolean>(true);
        FakeSkill skill =
                FakeSkill.of("gc", "return 1")
                        .reading(
                                () -> {
                                    if (crashing.get()) {
                                        throw new IllegalStateException("a bug of ours");
                                    }
                                    return Reading.of(1);
                                });
        var model = new ScriptedModel().then("take_snapshot", "").then("take_snapshot", "");
        try (Bench bench = new Bench(skill)) {
            var operator = new Operator(skill, bench.workbench());

            OperatorReport crashed = operator.start(Bench.request(model, _ -> {})).await();
            crashing.set(false);
            OperatorReport next = operator.start(Bench.request(model, _ -> {})).await();

            var failed = assertInstanceOf(Outcome.Failed.class, crashed.outcome());
            assertTrue(failed.reason().contains("a bug of ours"), failed.reason());
            assertEquals(new Outcome.Completed(), next.outcome());
        }
    }

    @Test
    void callersQueueAndRunInOrder() throws Exception {
        var hanging = new CountDownLatch(1);
        var model = new ScriptedModel().thenHanging(hanging);
        var order = new CopyOnWriteArrayList<String>();
        try (Bench bench = new Bench(GC)) {
            var operator = new Operator(GC, bench.workbench());
            OperatorRun first = operator.start(Bench.request(model, _ -> {}));
            hanging.await();
            var others = new ArrayList<OperatorRun>();
            for (String name : List.of("second", "third", "fourth")) {
                others.add(
                        operator.start(
                                Bench.request(
                                        model,
                                        e -> {
                                            if (e.step() instanceof OperatorEvent.Started) {
                                                order.add(name);
                                            }
                                        })));
            }
            assertEquals(3, operator.status().queued());
            others.get(1).cancel();
            assertEquals(new Outcome.Cancelled(), others.get(1).await().outcome());

            first.cancel();
            others.getLast().await();

            assertEquals(List.of("second", "fourth"), order);
        }
    }

    @Test
    void watchGoesOnUntilItIsStopped() throws Exception {
        var model = new ScriptedModel();
        for (int i = 0; i < 60; i++) {
            model.then("think", "{\"thought\": \"still fine\"}");
        }
        var hanging = new CountDownLatch(1);
        model.thenHanging(hanging);
        try (Bench bench = new Bench(GC)) {
            OperatorRun run =
                    new Operator(GC, bench.workbench())
                            .start(Bench.request(model, Budget.unbounded(), _ -> {}));
            hanging.await();
            run.cancel();

            assertEquals(61, run.await().iterations());
        }
    }
}
