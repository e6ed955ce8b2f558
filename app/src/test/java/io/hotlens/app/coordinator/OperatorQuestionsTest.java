package io.hotlens.app.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.operator.Operator;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class OperatorQuestionsTest {

    private static final Usage COST = new Usage(1, 100, 10, 0.25);

    private final List<Data> news = new CopyOnWriteArrayList<>();
    private final List<CoordinatorEvent.Step> events = new CopyOnWriteArrayList<>();

    private OperatorQuestions questions(Duration deadline) {
        return new OperatorQuestions(events::add, news::add, deadline);
    }

    private static Operator ended(Bench bench, ScriptedModel model) throws InterruptedException {
        var operator = new Operator(Scene.GC, bench.workbench());
        operator.start(Bench.request(model, _ -> {})).await();
        return operator;
    }

    private String response() {
        Eventually.holds(() -> news.size() == 1);
        return ((Data.Fields) news.getFirst()).text("response").orElseThrow();
    }

    private static boolean answered(Transcript transcript) {
        return Json.write(Data.items(transcript.told())).contains("The level is 1.");
    }

    @Test
    void operatorAnswersInWordsWhileItWorksAndTheCoordinatorGoesOn() {
        var working = new CountDownLatch(1);
        var operator =
                new ScriptedModel()
                        .then("take_snapshot", "")
                        .thenHanging(working)
                        .then(_ -> new Reply(List.of(), "The level is 1.", COST));
        var model = new ScriptedModel();
        model.then("invoke_operators", "{\"skills\": [\"gc\"]}")
                .then(
                        _ -> {
                            working.await();
                            return model.call(
                                    "message_operator",
                                    "{\"skill\": \"gc\", \"message\": \"how full is it?\"}");
                        })
                .then(
                        transcript ->
                                answered(transcript)
                                        ? model.call("think", "{\"thought\": \"it came at once\"}")
                                        : model.call("wait", "{\"ms\": 15000}"));
        try (var scene = new Scene(model, Scene.GC, operator, 0)) {
            CoordinatorReport report = scene.coordinator.run();

            String answered = Json.write(model.asked().get(2).results().getLast().result());
            assertTrue(answered.contains("\"asked\":true"), answered);
            assertTrue(answered(model.asked().get(3)));
            Transcript question = operator.asked().get(2);
            assertTrue(Json.write(question.told().getFirst()).contains("how full is it?"));
            assertTrue(Json.write(question.told().getFirst()).contains("take_snapshot"));
            assertEquals(0.25, report.usage().money(), 1e-9);
        }
    }

    @Test
    void afterTheDeadlineTheRecordIsTheAnswer() throws Exception {
        var asked = new CountDownLatch(1);
        var model = new ScriptedModel().then("done", "").thenHanging(asked);
        try (var bench = new Bench(Scene.GC)) {
            questions(Duration.ofMillis(50)).ask(ended(bench, model), "well?");

            asked.await();
            assertTrue(response().startsWith("gc is healthy after 1 tool calls"), response());
            assertEquals(1, events.size());
        }
    }

    @Test
    void modelThatDoesNotAnswerIsAskedOnceAndTheRecordSpeaks() throws Exception {
        var model = new ScriptedModel().then("done", "").thenFailing();
        try (var bench = new Bench(Scene.GC)) {
            questions(Duration.ofSeconds(20)).ask(ended(bench, model), "well?");

            assertTrue(response().contains("gc is healthy"), response());
            assertTrue(response().contains("overloaded"), response());
            assertEquals(2, model.asked().size());
        }
    }

    @Test
    void nothingIsToldAfterTheEnd() throws Exception {
        var asked = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var model =
                new ScriptedModel()
                        .then("done", "")
                        .then(
                                _ -> {
                                    asked.countDown();
                                    try {
                                        new CountDownLatch(1).await();
                                    } finally {
                                        interrupted.countDown();
                                    }
                                    return new Reply(List.of(), "late", COST);
                                });
        try (var bench = new Bench(Scene.GC)) {
            OperatorQuestions questions = questions(Duration.ofSeconds(20));
            questions.ask(ended(bench, model), "well?");
            asked.await();

            questions.stop();

            interrupted.await();
            assertEquals(List.of(), news);
        }
    }
}
