package io.hotlens.app.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
final class CoordinatorTest {

    private static final FakeSkill GC = Scene.GC;

    private static ScriptedModel withGcInvoked() {
        return new ScriptedModel()
                .then("invoke_operators", "{\"skills\": [\"gc\"]}")
                .then("wait", "{\"ms\": 10000}")
                .then("wait", "{\"ms\": 1000}");
    }

    private static List<Data.Fields> news(Transcript transcript) {
        return transcript.told().stream()
                .map(Data.Fields.class::cast)
                .filter(n -> n.text("news").isPresent())
                .toList();
    }

    private static String notificationId(Transcript transcript) {
        return news(transcript).stream()
                .flatMap(n -> n.get("notification").stream())
                .flatMap(n -> ((Data.Fields) n).text("id").stream())
                .findFirst()
                .orElseThrow();
    }

    private static String insight(Transcript transcript) {
        return """
        {"notification_ids": ["%s"], "correlation_type": "symptomatic", "summary": "s",
         "matched_observations": ["40 %% in collections"], "hypothesis_grounded": true,
         "confidence": "high"}\
        """
                .formatted(notificationId(transcript));
    }

    private static Data.Fields lastAnswer(ScriptedModel model) {
        Data answer = model.asked().getLast().results().getLast().result();
        return assertInstanceOf(Data.Fields.class, answer);
    }

    @Test
    void whatAnOperatorFindsIsToldWithoutBeingAskedFor() throws Exception {
        ScriptedModel model = withGcInvoked();
        try (var scene = new Scene(model)) {
            scene.coordinator.run();

            assertEquals(
                    List.of("notification", "operator_completed"),
                    news(model.asked().getLast()).stream()
                            .map(n -> n.text("news").orElseThrow())
                            .toList());
        }
    }

    @Test
    void waitEndsEarlyOnNews() throws Exception {
        ScriptedModel model = withGcInvoked();
        try (var scene = new Scene(model)) {
            long start = System.nanoTime();

            CoordinatorReport report = scene.coordinator.run();

            assertEquals(new Outcome.Completed(), report.outcome());
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos());
            assertEquals(
                    "news",
                    ((Data.Fields) model.asked().get(2).results().getLast().result())
                            .text("ended_by")
                            .orElseThrow());
        }
    }

    @Test
    void insightIsCheckedComputedAndResolvesWhatItCites() throws Exception {
        ScriptedModel model = withGcInvoked().then("produce_insight", CoordinatorTest::insight);
        try (var scene = new Scene(model)) {
            CoordinatorReport report = scene.coordinator.run();

            Insight insight = report.insights().getFirst();
            assertEquals("gc_overhead", insight.rootCause().type());
            assertEquals(Confidence.MEDIUM, insight.confidence());
            assertEquals(false, insight.hypothesisGrounded());
            assertEquals(NotificationStatus.RESOLVED, scene.book.all().getFirst().status());
            assertEquals("medium", lastAnswer(model).text("confidence").orElseThrow());
        }
    }

    @Test
    void insightThatFailsItsCheckGoesBackWithTheReasons() throws Exception {
        ScriptedModel model =
                withGcInvoked()
                        .then("produce_insight", t -> insight(t).replace("40 % in", "90 % in"));
        try (var scene = new Scene(model)) {
            CoordinatorReport report = scene.coordinator.run();

            assertEquals(List.of(), report.insights());
            assertEquals(
                    Json.parse(
                            "[\"matched_observations: no cited notification has the observation '90"
                                    + " % in collections'\"]"),
                    Data.items(lastAnswer(model).items("reasons")));
            assertEquals(NotificationStatus.UNREAD, scene.book.all().getFirst().status());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    produce_insight  | {"notification_ids": ["0123456789abcdef"], "correlation_type": "causal", "summary": "s", "matched_observations": []} | there is no notification '0123456789abcdef'
                    produce_insight  | {"notification_ids": ["x"], "correlation_type": "magical", "summary": "s", "matched_observations": []} | must be one of temporal, causal, symptomatic
                    update_notification_statuses | {"notification_ids": ["nope"], "status": "acknowledged"}  | nope
                    update_notification_statuses | {"notification_ids": [], "status": "unread"} | must be one of acknowledged, resolved
                    invoke_operators | {"skills": ["gc", "magic"]}                | there is no usable skill of this name
                    message_operator | {"skill": "gc", "message": "well?"}        | was not invoked
                    message_operator | {"skill": "magic", "message": "well?"}     | there is no usable skill of this name
                    get_notifications | {"status": "open"}                        | must be one of unread, acknowledged, resolved, all
                    resolve          | {}                                         | there is no tool 'resolve'
                    """)
    void wrongCallIsAnsweredWithTheReason(String tool, String arguments, String reason)
            throws Exception {
        var model = new ScriptedModel().then(tool, arguments);
        try (var scene = new Scene(model)) {
            scene.coordinator.run();

            String answer = Json.write(model.asked().get(1).results().getFirst().result());
            assertTrue(answer.contains(reason), answer);
        }
    }

    @Test
    void doneAndScheduleAreRefusedWhileOperatorsRun() throws Exception {
        var hanging = new CountDownLatch(1);
        var operator = new ScriptedModel().thenHanging(hanging);
        var model = new ScriptedModel();
        model.then("invoke_operators", "{\"skills\": [\"gc\"]}")
                .then("done", "")
                .then("schedule", "{\"ms\": 1000, \"reason\": \"later\"}")
                .then("invoke_operators", "{\"skills\": [\"gc\"]}")
                .then("get_operator_statuses", "")
                .thenHanging(new CountDownLatch(1));
        try (var scene = new Scene(model, GC, operator, 0)) {
            Thread stopper =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            hanging.await();
                                            while (model.asked().size() < 6) {
                                                Thread.onSpinWait();
                                            }
                                            scene.coordinator.stop(new Outcome.Cancelled());
                                        } catch (InterruptedException _) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });

            CoordinatorReport report = scene.coordinator.run();
            stopper.join();

            List<Transcript.ToolResult> results = model.asked().getLast().results();
            assertTrue(
                    Bench.error(results.get(1).result()).startsWith("operators still run: [gc]"));
            assertTrue(
                    Bench.error(results.get(2).result()).startsWith("operators still run: [gc]"));
            assertTrue(Json.write(results.get(3).result()).contains("already running"));
            assertEquals(new Outcome.Cancelled(), report.outcome());
            assertEquals(new Outcome.Cancelled(), report.operators().getFirst().outcome());
        }
    }

    @Test
    void crashOfAnOperatorIsToldAsACrash() throws Exception {
        var operator =
                new ScriptedModel()
                        .then(
                                _ -> {
                                    throw new IllegalStateException("a bug of ours");
                                });
        var model = withGcInvoked();
        try (var scene = new Scene(model, GC, operator, 0)) {
            scene.coordinator.run();

            assertEquals(
                    List.of("operator_crashed"),
                    news(model.asked().getLast()).stream()
                            .map(n -> n.text("news").orElseThrow())
                            .toList());
            assertTrue(
                    scene.events.stream()
                            .anyMatch(CoordinatorEvent.OperatorCrashed.class::isInstance));
        }
    }

    @Test
    void messageIsAnsweredFromWhatTheOperatorHasSeen() throws Exception {
        ScriptedModel model =
                withGcInvoked()
                        .then(
                                "message_operator",
                                "{\"skill\": \"gc\", \"message\": \"what did you see?\"}");
        try (var scene = new Scene(model)) {
            scene.coordinator.run();

            assertTrue(
                    lastAnswer(model)
                            .text("response")
                            .orElseThrow()
                            .contains("40 % in collections"));
        }
    }

    @Test
    void statusSetByTheCoordinatorIsNotResetWhenTheOperatorEnds() throws Exception {
        ScriptedModel model =
                new ScriptedModel()
                        .then("invoke_operators", "{\"skills\": [\"gc\"]}")
                        .then("wait", "{\"ms\": 10000}")
                        .then(
                                "update_notification_statuses",
                                t ->
                                        "{\"notification_ids\": [\"%s\"], \"status\": \"acknowledged\"}"
                                                .formatted(notificationId(t)))
                        .then("wait", "{\"ms\": 1000}")
                        .then("get_notifications", "{\"status\": \"acknowledged\"}");
        try (var scene = new Scene(model)) {
            scene.coordinator.run();

            assertEquals(NotificationStatus.ACKNOWLEDGED, scene.book.all().getFirst().status());
        }
    }

    @Test
    void followUpEndsTheRunAndIsLimitedInItsChain() throws Exception {
        String call = "{\"ms\": 5, \"reason\": \"look again\"}";
        try (var first = new Scene(new ScriptedModel().then("schedule", call))) {
            assertEquals(
                    new CoordinatorState.Wish(Duration.ofSeconds(1), "look again"),
                    first.coordinator.run().followUp().orElseThrow());
        }
        var model = new ScriptedModel().then("schedule", call);
        try (var fourth = new Scene(model, GC, new ScriptedModel(), 3)) {
            assertTrue(fourth.coordinator.run().followUp().isEmpty());
            assertEquals("this is already follow-up 3 of 3", Bench.error(lastAnswer(model)));
        }
    }
}
