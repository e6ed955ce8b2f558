package io.hotlens.app.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.Bench;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.Parameter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.Locale;

@Timeout(60)
final class OperatorPromptTest {

    private static final FakeSkill GC =
            FakeSkill.of("gc", "finding{type='gc_overhead', observation='40 % in collections'}")
                    .answering(
                            Callback.of("gc_pauses", "the newest pauses.", "{items}", "events")
                                    .with(Parameter.limit())
                                    .costing(Impact.PAUSE),
                            Cost.FREE,
                            _ -> Data.of(1));

    private static ScriptedModel asked(ScriptedModel model) throws InterruptedException {
        try (Bench bench = new Bench(GC)) {
            new Operator(GC, bench.workbench()).start(Bench.request(model, _ -> {})).await();
        }
        return model;
    }

    @Test
    void systemPromptIsTheSameAtEachStep() throws Exception {
        List<Transcript> asked = asked(new ScriptedModel().then("take_snapshot", "")).asked();

        assertEquals(2, asked.size());
        assertEquals(asked.getFirst().system(), asked.getLast().system());
    }

    @Test
    void systemPromptNamesEveryToolAndWhatIsLentToScripts() throws Exception {
        String system = asked(new ScriptedModel()).asked().getFirst().system();

        for (Class<?> tool : OperatorTool.class.getPermittedSubclasses()) {
            String name =
                    tool.getSimpleName()
                            .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                            .toLowerCase(Locale.ROOT);
            assertTrue(system.contains("`" + name + "`"), name);
        }
        assertTrue(system.contains("gc_pauses(limit) [pause]: the newest pauses. Returns {items}"));
        assertTrue(system.contains("limit: how many items, 50 at most; default 10"));
        assertTrue(system.contains("`deadlock`: Deadlock; observing it proves it"));
        assertTrue(system.contains("Watch gc."));
    }

    @Test
    void scriptThatOnlyCallsThePlaybookRunsIt() throws Exception {
        ScriptedModel model =
                asked(new ScriptedModel().then("execute", "{\"code\": \"return playbook()\"}"));

        Data answer = model.asked().getLast().results().getLast().result();
        assertEquals(1, ((Data.Fields) answer).items("findings").size());
    }
}
