package io.hotlens.app.telemetry;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.session.Stage;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// An investigation in which nearly everything happens that can. Every text that a target, a model
/// or a user could have written holds [#PRIVATE].
final class Play {

    static final String PRIVATE = "Xq7private";

    private static final String FOUND = PRIVATE + " 40 % in collections";

    private final CountDownLatch sentOut = new CountDownLatch(1);
    private final ScriptedModel coordinator = new ScriptedModel();
    private final ScriptedModel operator = new ScriptedModel();
    private final AtomicBoolean gone = new AtomicBoolean();

    private Play() {
        operator();
        coordinator();
    }

    static Stage stage() {
        var play = new Play();
        return new Stage(play.coordinator, play.operator, play.skill(), 100);
    }

    private Reply snapshotWhileGone(boolean now) {
        gone.set(now);
        return operator.call("take_snapshot", "");
    }

    private FakeSkill skill() {
        return FakeSkill.of("gc", "return 1")
                .answering("gc_stats", _ -> Data.of(PRIVATE))
                .goneWhile(gone::get);
    }

    private void operator() {
        operator.withoutTools(PRIVATE)
                .then(
                        _ -> {
                            sentOut.await();
                            return new Reply(
                                    List.of(new ToolCall("1", "think", thought())),
                                    PRIVATE,
                                    new Usage(1, 1200, 34, 0.005));
                        })
                .then("get_notifications", "")
                .then(_ -> snapshotWhileGone(true))
                .then(_ -> snapshotWhileGone(false))
                .then("get_snapshot", t -> "{\"id\": \"%s\"}".formatted(snapshot(t)))
                .then("get_snapshot", "{\"id\": \"%s\"}".formatted(PRIVATE))
                .then("get_snapshots", "")
                .then("execute", "{\"code\": \"return gc_stats() -- %s\"}".formatted(PRIVATE))
                .then("execute", "{\"code\": \"error('%s')\"}".formatted(PRIVATE))
                .then("send_notification", _ -> finding(PRIVATE))
                .then("send_notification", t -> finding(snapshot(t)))
                .then(
                        "set_state",
                        "{\"state\": \"warning\", \"reason\": \"%s\"}".formatted(PRIVATE))
                .then(PRIVATE, "{}")
                .then(
                        _ -> {
                            throw new LlmException.Retriable(PRIVATE);
                        })
                .then("wait", "{\"ms\": 100}");
    }

    private void coordinator() {
        coordinator
                .then("get_notifications", "")
                .then("invoke_operators", "{\"skills\": [\"gc\", \"%s\"]}".formatted(PRIVATE))
                .then("done", "")
                .then("schedule", later())
                .then("think", thought())
                .then(
                        "message_operator",
                        "{\"skill\": \"gc\", \"message\": \"%s\"}".formatted(PRIVATE))
                .then("get_operator_statuses", "")
                .then(
                        _ -> {
                            sentOut.countDown();
                            return coordinator.call("wait", "{\"ms\": 2000}");
                        });
        for (int i = 0; i < 3; i++) {
            coordinator.then(t -> waitUnless(t, n -> n.equals("operator_completed")));
        }
        coordinator
                .then("produce_insight", t -> insight(t, PRIVATE))
                .then("produce_insight", t -> insight(t, FOUND))
                .then("schedule", later());
    }

    private Reply waitUnless(Transcript transcript, Predicate<String> news) {
        boolean come =
                news(transcript).stream().flatMap(n -> n.text("news").stream()).anyMatch(news);
        return come
                ? coordinator.call("think", thought())
                : coordinator.call("wait", "{\"ms\": 2000}");
    }

    private static String thought() {
        return "{\"thought\": \"%s\"}".formatted(PRIVATE);
    }

    private static String later() {
        return "{\"ms\": 1000, \"reason\": \"%s\"}".formatted(PRIVATE);
    }

    static String finding(String snapshot) {
        return """
        {"type": "gc_overhead", "context": "%1$s", "observation": "%2$s", "hypothesis": "%1$s",
         "severity": "warning", "snapshot_ids": ["%3$s"], "subject": "%1$s",
         "evidence": {"seen": "%1$s"}}\
        """
                .formatted(PRIVATE, FOUND, snapshot);
    }

    private static String insight(Transcript transcript, String matched) {
        return """
        {"notification_ids": ["%2$s"], "correlation_type": "symptomatic", "summary": "%1$s",
         "matched_observations": ["%3$s"], "root_cause_hypothesis": "%1$s",
         "root_cause_subject": "%1$s", "recommendation": "%1$s", "verify_with": "%1$s"}\
        """
                .formatted(PRIVATE, notification(transcript), matched);
    }

    static String snapshot(Transcript transcript) {
        return transcript.results().stream()
                .filter(r -> r.call().name().equals("take_snapshot"))
                .flatMap(r -> ((Data.Fields) r.result()).text("id").stream())
                .findFirst()
                .orElseThrow();
    }

    private static String notification(Transcript transcript) {
        return news(transcript).stream()
                .flatMap(n -> n.get("notification").stream())
                .flatMap(n -> ((Data.Fields) n).text("id").stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<Data.Fields> news(Transcript transcript) {
        return transcript.told().stream()
                .map(Data.Fields.class::cast)
                .filter(n -> n.text("news").isPresent())
                .toList();
    }
}
