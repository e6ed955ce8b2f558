package io.hotlens.app.coordinator;

import static io.hotlens.app.coordinator.PipelineAnswers.choosing;
import static io.hotlens.app.coordinator.PipelineAnswers.content;
import static io.hotlens.app.coordinator.PipelineAnswers.summaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class PipelineTroubleTest {

    @Test
    void cancellingWhileOperatorsRunEndsTheRun() {
        ScriptedModel model = choosing("system");
        try (var scene = new PipelineScene(PipelineScene.Run.of(model), PipelineScene.SLOW)) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                Eventually.holds(
                                        () -> !scene.all(CoordinatorEvent.Waiting.class).isEmpty());
                                scene.coordinator.stop(new Outcome.Cancelled());
                            });

            assertEquals(new Outcome.Cancelled(), scene.coordinator.run().outcome());
            assertEquals(1, model.asked().size());
        }
    }

    @Test
    void aSlowModelLeavesTimeForTheRules() {
        ScriptedModel model = choosing("gc").thenHanging(new CountDownLatch(1));
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model).within(Duration.ofSeconds(6)),
                        PipelineScene.GC)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals("gc_overhead", report.insights().getFirst().rootCause().type());
            assertTrue(scene.thoughts().getLast().contains("no answer within"));
        }
    }

    @Test
    void operatorsThatOutlastTheTimeDoNotHinderAConclusion() {
        ScriptedModel model = choosing("gc", "system").then(PipelineAnswers::saysGc);
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model).within(Duration.ofSeconds(4)),
                        PipelineScene.GC,
                        PipelineScene.SLOW)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Truncated("4 s"), report.outcome());
            assertEquals(List.of("the model says so"), summaries(report));
        }
    }

    @Test
    void aKeyThatIsRefusedEndsTheRun() {
        ScriptedModel model =
                new ScriptedModel()
                        .then(
                                _ -> {
                                    throw new LlmException.Fatal("the key is wrong");
                                });
        try (var scene = new PipelineScene(PipelineScene.Run.of(model), PipelineScene.GC)) {
            assertEquals(
                    new Outcome.Failed("the model does not answer: the key is wrong"),
                    scene.coordinator.run().outcome());
            assertEquals(List.of(), scene.invoked());
        }
    }

    @Test
    void aLimitThatIsUsedUpTruncatesTheRunAfterTheRulesHaveConcluded() {
        ScriptedModel model =
                choosing("gc")
                        .then(
                                _ -> {
                                    throw new LlmException.Exhausted("2.00 USD in this run");
                                });
        try (var scene = new PipelineScene(PipelineScene.Run.of(model), PipelineScene.GC)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Truncated("2.00 USD in this run"), report.outcome());
            assertEquals("gc_overhead", report.insights().getFirst().rootCause().type());
        }
    }

    @Test
    void aCrashedOperatorIsToldAndHindersNoOther() {
        ScriptedModel model = choosing("gc", "jvm").then(PipelineAnswers::saysGc);
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model), PipelineScene.GC, PipelineScene.BROKEN)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals(List.of("the model says so"), summaries(report));
            String told = Json.write(content(model.asked().getLast()));
            assertTrue(told.contains("\"skill\":\"jvm\""), told);
            assertTrue(told.contains("\"outcome\":\"failed\""), told);
        }
    }

    @Test
    void whenEveryOperatorCrashedTheRunHasFailed() {
        ScriptedModel model = new ScriptedModel();
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model).naming("jvm"), PipelineScene.BROKEN)) {
            CoordinatorReport report = scene.coordinator.run();

            String detail = assertInstanceOf(Outcome.Failed.class, report.outcome()).reason();
            assertEquals(report.operators().getFirst().outcome().detail(), detail);
            assertEquals(List.of(), model.asked());
        }
    }
}
