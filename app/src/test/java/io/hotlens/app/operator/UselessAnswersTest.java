package io.hotlens.app.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

@Timeout(60)
final class UselessAnswersTest {

    private static final FakeSkill GC = FakeSkill.of("gc", "return 1");

    private final List<OperatorEvent.Step> events = new CopyOnWriteArrayList<>();

    private OperatorReport run(ScriptedModel model) throws InterruptedException {
        try (Bench bench = new Bench(GC)) {
            return new Operator(GC, bench.workbench())
                    .start(Bench.request(model, event -> events.add(event.step())))
                    .await();
        }
    }

    private void assertFailedAfterThree(ScriptedModel model, String reason) throws Exception {
        OperatorReport report = run(model);

        var failed = assertInstanceOf(Outcome.Failed.class, report.outcome());
        assertTrue(failed.reason().contains(reason), failed.reason());
        assertEquals(1, report.snapshots().size());
        assertEquals(3, events.stream().filter(OperatorEvent.Rejected.class::isInstance).count());
        Transcript last = model.asked().getLast();
        String told = Json.write(last.results().getLast().result()) + last.told();
        assertTrue(told.contains(reason), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    restart_jvm       | {}                          | there is no tool 'restart_jvm'
                    set_state         | {"state": }                 | not JSON
                    set_state         | {"state": "healthy"}        | 'reason' is missing
                    wait              | {"ms": 100, "why": "x"}     | no parameter 'why'
                    get_snapshot      | {"id": "0123456789abcdef"}  | snapshots not found
                    send_notification | {"type": "x1", "context": "", "observation": "o", "severity": "info", "snapshot_ids": []} | at least one
                    send_notification | {"type": "x1", "context": "", "observation": "o", "severity": "info", "snapshot_ids": ["made-up"]} | snapshots not found: made-up
                    """)
    void threeWrongCallsInARowEndTheRunWithWhatWasFound(
            String tool, String arguments, String reason) throws Exception {
        var model = new ScriptedModel().then("take_snapshot", "");
        for (int i = 0; i < 3; i++) {
            model.then(tool, arguments);
        }

        assertFailedAfterThree(model, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "All is well, I am done."})
    void textWithoutACallIsNoAnswer(String text) throws Exception {
        var model = new ScriptedModel().then("take_snapshot", "");
        for (int i = 0; i < 3; i++) {
            model.then(_ -> new Reply(List.of(), text, Usage.NONE));
        }

        assertFailedAfterThree(model, "answer with exactly one tool call");
    }

    @Test
    void scriptThatFailsIsAnAnswerAndNoUselessCall() throws Exception {
        var model = new ScriptedModel();
        for (int i = 0; i < 4; i++) {
            model.then("execute", "{\"code\": \"return nil + 1\"}");
        }

        assertEquals(new Outcome.Completed(), run(model).outcome());
    }
}
