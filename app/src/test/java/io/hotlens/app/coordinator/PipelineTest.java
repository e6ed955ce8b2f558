package io.hotlens.app.coordinator;

import static io.hotlens.app.coordinator.PipelineAnswers.choosing;
import static io.hotlens.app.coordinator.PipelineAnswers.content;
import static io.hotlens.app.coordinator.PipelineAnswers.insight;
import static io.hotlens.app.coordinator.PipelineAnswers.says;
import static io.hotlens.app.coordinator.PipelineAnswers.summaries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Excerpt;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

@Timeout(60)
final class PipelineTest {

    @Test
    void skillsThatTheUserNamedLeaveOneQuestion() {
        ScriptedModel model = new ScriptedModel().then(PipelineAnswers::saysGc);
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model).naming("gc"),
                        PipelineScene.GC,
                        PipelineScene.HEAP)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals(List.of("gc"), scene.invoked());
            assertEquals(List.of("the model says so"), summaries(report));
            assertEquals(List.of("acme:thinker-1"), scene.attempts());
            assertEquals(List.of(), scene.all(CoordinatorEvent.Classifying.class));
        }
    }

    @Test
    void theModelChoosesWhoLooksAndIsCountedOnceForEachAnswer() {
        ScriptedModel model =
                new ScriptedModel()
                        .then(
                                _ ->
                                        says(
                                                "",
                                                new ToolCall(
                                                        "id-1",
                                                        "classify",
                                                        "{\"intent\": \"question\", \"skills\":"
                                                                + " [\"none\", \"gc\", \"gc\"],"
                                                                + " \"context\": \"at noon\"}")))
                        .then(
                                t ->
                                        says(
                                                "Collections take 40 %.",
                                                insight(t, "gc_overhead", "40 % in collections")));
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model), PipelineScene.HEAP, PipelineScene.GC)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(List.of("gc"), scene.invoked());
            assertEquals(List.of("Collections take 40 %."), scene.thoughts());
            assertEquals("medium", report.insights().getFirst().confidence().word());
            assertEquals("question", content(model.asked().getLast()).text("intent").orElseThrow());
            assertEquals(2, model.asked().size());
            assertEquals(List.of("acme:thinker-1", "acme:thinker-1"), scene.attempts());
            long operatorCalls = report.operators().getFirst().usage().calls();
            assertEquals(new Usage(2 + operatorCalls, 2000, 100, 0.5), report.usage());
            assertEquals(
                    Usage.NONE,
                    scene.all(CoordinatorEvent.Chose.class).stream()
                            .filter(chose -> chose.tool().equals("wait"))
                            .map(CoordinatorEvent.Chose::usage)
                            .reduce(Usage.NONE, Usage::plus));
            assertEquals(
                    List.of(new CoordinatorEvent.Synthesizing(1)),
                    scene.all(CoordinatorEvent.Synthesizing.class));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    classify | {"intent": "panic", "skills": ["gc"]} | must be one of
                    classify | {"intent": "check", "skills": []}     | named none
                    classify | {"intent": "check", "skills": ["x"]}  | named none
                    classify | not JSON                              | are not JSON
                    done     | {}                                    | no tool 'done'
                    """)
    void anUnusableClassificationSendsOutAll(String tool, String arguments, String why) {
        ScriptedModel model = new ScriptedModel().then(tool, arguments);
        assertAllAreSentOut(model, why);
    }

    @Test
    void aModelThatDoesNotClassifySendsOutAll() {
        assertAllAreSentOut(new ScriptedModel().thenFailing(), "overloaded");
        assertAllAreSentOut(new ScriptedModel().then(_ -> says("Hello!")), "called no tool");
    }

    private static void assertAllAreSentOut(ScriptedModel model, String why) {
        model.then(PipelineAnswers::saysGc);
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model), PipelineScene.GC, PipelineScene.HEALTHY)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(List.of("gc", "threads"), scene.invoked());
            assertTrue(scene.thoughts().getFirst().contains(why), scene.thoughts()::toString);
            assertEquals(List.of("the model says so"), summaries(report));
            assertEquals(2, model.asked().size());
            assertEquals(
                    List.of(Data.of("threads")), content(model.asked().getLast()).items("healthy"));
        }
    }

    @Test
    void twoInsightsOfOneAnswerAreBothTaken() {
        ScriptedModel model =
                choosing("gc", "heap")
                        .then(
                                t ->
                                        says(
                                                "",
                                                insight(t, "heap_leak", "9 MB a minute"),
                                                insight(t, "gc_overhead", "40 % in collections"),
                                                new ToolCall("id-3", "done", "{}")));
        try (var scene =
                new PipelineScene(
                        PipelineScene.Run.of(model), PipelineScene.GC, PipelineScene.HEAP)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(
                    List.of("heap_leak", "gc_overhead"),
                    report.insights().stream().map(i -> i.rootCause().type()).toList());
            assertTrue(
                    scene.book.all().stream()
                            .allMatch(e -> e.status() == NotificationStatus.RESOLVED));
            assertEquals(2, model.asked().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void whenNoInsightHoldsTheRulesCorrelate(int refused) {
        ScriptedModel model =
                choosing("gc")
                        .then(
                                t -> {
                                    ToolCall wrong = insight(t, "gc_overhead", "90 %");
                                    ToolCall[] all = new ToolCall[refused];
                                    Arrays.fill(all, wrong);
                                    return says("", all);
                                });
        try (var scene = new PipelineScene(PipelineScene.Run.of(model), PipelineScene.GC)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals("gc_overhead", report.insights().getFirst().rootCause().type());
            assertFalse(summaries(report).contains("the model says so"));
            assertEquals(refused, scene.all(CoordinatorEvent.Rejected.class).size());
            assertTrue(scene.thoughts().getLast().startsWith("the rules model correlates"));
            assertEquals(2, model.asked().size());
            assertEquals(2, report.usage().calls() - report.operators().getFirst().usage().calls());
        }
    }

    @Test
    void whereNothingIsFoundNothingIsAsked() {
        ScriptedModel model = choosing("threads");
        try (var scene = new PipelineScene(PipelineScene.Run.of(model), PipelineScene.HEALTHY)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertEquals(1, model.asked().size());
        }
    }

    @Test
    void aLongStoryIsFittedWithoutCuttingATextInTwo() {
        FakeSkill talkative =
                FakeSkill.of(
                        "gc",
                        "finding{type='gc_overhead', certain=true, observation='40 % in"
                                + " collections', context=string.rep('long ', 3000)}");
        ScriptedModel model = choosing("gc").then(PipelineAnswers::saysGc);
        int tokens = 4_000;
        try (var scene =
                new PipelineScene(PipelineScene.Run.of(model).reading(tokens), talkative)) {
            CoordinatorReport report = scene.coordinator.run();

            Transcript question = model.asked().getLast();
            assertTrue(
                    question.system().length() + Excerpt.length(content(question)) < tokens * 4,
                    () -> Json.write(content(question)));
            assertFalse(Json.write(content(question)).contains("long long"));
            assertEquals(List.of("the model says so"), summaries(report));
        }
    }
}
