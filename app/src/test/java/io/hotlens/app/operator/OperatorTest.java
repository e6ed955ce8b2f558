package io.hotlens.app.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.target.TargetException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

@Timeout(60)
final class OperatorTest {

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

    /// The answer to the newest call that the model saw when asked for the `n`th time.
    private static Data answer(ScriptedModel model, int n) {
        Transcript seen = model.asked().get(n);
        return seen.results().getLast().result();
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
    void everyToolAnswersTheModel() throws Exception {
        var model =
                new ScriptedModel()
                        .then("think", "{\"thought\": \"hm\"}")
                        .then("take_snapshot", "")
                        .then("get_snapshot", t -> "{\"id\": \"%s\"}".formatted(snapshotId(t)))
                        .then("get_snapshots", "{\"limit\": 5}")
                        .then("execute", "{\"code\": \"return gc_stats()\"}")
                        .then("send_notification", OperatorTest::notify)
                        .then("get_notifications", "{}")
                        .then("set_state", "{\"state\": \"warning\", \"reason\": \"r\"}")
                        .then("wait", "{\"ms\": 100}")
                        .then("done", "{}");

        OperatorReport report = run(model);

        assertEquals(new Outcome.Completed(), report.outcome());
        assertEquals(10, report.iterations());
        assertEquals(HealthState.WARNING, report.state());
        assertEquals(1, report.notifications().size());
        assertEquals(1, report.snapshots().size());
        assertEquals(new Usage(10, 0, 0, 0), report.usage());
        Transcript last = model.asked().getLast();
        assertEquals(9, last.results().size());
        last.results().forEach(r -> assertEquals("", Bench.error(r.result())));
        assertEquals(
                Data.of(7),
                ((Data.Fields) last.results().get(4).result()).get("result").orElseThrow());
        assertEquals(
                report.notifications().getFirst().id().value(),
                ((Data.Fields) last.results().get(5).result())
                        .text("notification_id")
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    restart_jvm       | {}                                  | there is no tool 'restart_jvm'
                    set_state         | {"state": "broken", "reason": "r"}  | must be one of healthy, observing, warning, critical
                    set_state         | {"state": "healthy"}                | 'reason' is missing
                    set_state         | {"state": }                         | not JSON
                    set_state         | [1]                                 | not an object
                    wait              | {"ms": "long"}                      | 'ms' must be integer
                    wait              | {"ms": 100, "why": "x"}             | no parameter 'why'
                    get_snapshot      | {"id": "0123456789abcdef"}          | snapshots not found
                    execute           | {"code": "return nil + 1"}          | attempt to perform arithmetic
                    send_notification | {"type": "x", "context": "", "observation": "o", "severity": "info", "snapshot_ids": []} | at least one
                    send_notification | {"type": "x", "context": "", "observation": "o", "severity": "info", "snapshot_ids": ["0123456789abcdef"]} | snapshots not found
                    send_notification | {"type": "x", "context": "", "observation": "o", "severity": "fatal", "snapshot_ids": ["a"]} | must be one of info, warning, critical
                    """)
    void hostileOrWrongCallComesBackWithTheReasonAndTheRunGoesOn(
            String tool, String arguments, String reason) throws Exception {
        var model = new ScriptedModel().then(tool, arguments);

        OperatorReport report = run(model);

        assertEquals(new Outcome.Completed(), report.outcome());
        assertTrue(
                Bench.error(answer(model, 1)).contains(reason), () -> answer(model, 1).toString());
        assertEquals(List.of(), report.notifications());
    }

    @Test
    void usefulAnswerForgivesTheUselessOnesBefore() throws Exception {
        var model =
                new ScriptedModel()
                        .then("a", "")
                        .then("b", "")
                        .then("think", "{\"thought\": \"t\"}")
                        .then("c", "")
                        .then("d", "");

        assertEquals(new Outcome.Completed(), run(model).outcome());
    }

    @Test
    void moreThanOneCallAtATimeIsAnsweredAndNotRun() throws Exception {
        var model = new ScriptedModel();
        model.then(
                _ ->
                        new Reply(
                                List.of(
                                        model.call("take_snapshot", "").calls().getFirst(),
                                        model.call("done", "").calls().getFirst()),
                                "",
                                Usage.NONE));

        OperatorReport report = run(model);

        assertEquals(2, report.iterations());
        assertEquals("not run: one tool call at a time", Bench.error(answer(model, 1)));
    }

    @Test
    void waitKeepsTheReasonAndTheSnapshots() throws Exception {
        var model =
                new ScriptedModel()
                        .then("take_snapshot", "")
                        .then("wait", "{\"ms\": 1}")
                        .then("send_notification", OperatorTest::notify);

        OperatorReport report = run(model);

        assertEquals(1, report.notifications().size());
        assertEquals(
                "it is slow",
                ((Data.Fields) model.asked().getLast().told().getFirst())
                        .text("reason")
                        .orElseThrow());
    }

    @Test
    void targetThatDoesNotAnswerIsNamedAsUnseen() throws Exception {
        FakeSkill lost =
                FakeSkill.of("gc", "return 1")
                        .reading(
                                () -> {
                                    throw new TargetException.Gone("the process ended");
                                });
        var model = new ScriptedModel().then("take_snapshot", "");
        try (Bench bench = new Bench(lost)) {
            OperatorReport report =
                    new Operator(lost, bench.workbench())
                            .start(Bench.request(model, _ -> {}))
                            .await();

            assertEquals(List.of("snapshot of gc: the process ended"), report.unseen());
        }
    }
}
