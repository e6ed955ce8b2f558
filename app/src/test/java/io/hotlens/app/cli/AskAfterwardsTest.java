package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.CommandRig;
import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;
import io.hotlens.app.llm.wire.Thinker;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Questions after an investigation, by the command line, over real connections.
@Tag("patient")
@Timeout(120)
final class AskAfterwardsTest {

    private final CommandRig hotlens;
    private final List<Asked> questions = new CopyOnWriteArrayList<>();

    AskAfterwardsTest(@TempDir Path config) {
        this.hotlens = new CommandRig(config);
    }

    private int investigate(Patient patient, String... more) {
        return hotlens.investigate(patient, "it hangs", List.of(more));
    }

    /// Lets the operator look again for the first question, and answers with what was told.
    private Answer think(Asked asked) {
        if (asked.schema("answer").isEmpty()) {
            return Thinker.DEADLOCK.apply(asked);
        }
        questions.add(asked);
        if (questions.size() == 1) {
            return Answer.call(
                    "send_operators",
                    Data.fields().put("skills", List.of(Data.of("threads"))).build());
        }
        Data.Fields looked = (Data.Fields) Json.parse(asked.results().getLast().text());
        Data.Fields found = (Data.Fields) looked.items("notifications").getFirst();
        return Answer.call(
                "answer",
                Data.fields()
                        .put("text", "Still so: " + found.text("observation").orElseThrow())
                        .put("cites", List.of(found.get("id").orElseThrow()))
                        .build());
    }

    @Test
    void aModelAnswersAndLooksAgain() throws Exception {
        hotlens.key("gemini:m");
        try (var server = new WireServer(Wire.GEMINI, this::think);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            int status =
                    investigate(
                            patient,
                            "--json",
                            "--model",
                            "gemini:m",
                            "--base-url",
                            server.baseUrl().toString(),
                            "--ask",
                            "do /srv/orders and they still wait?");
            assertEquals(2, status, hotlens::err);

            Data.Fields answer = (Data.Fields) hotlens.printed().items("answers").getFirst();
            assertEquals("completed", answer.text("outcome").orElseThrow(), hotlens::out);
            assertTrue(answer.text("answer").orElseThrow().startsWith("Still so: "), hotlens::out);
            assertEquals(1, answer.items("cites").size());
            Data.Fields usage = (Data.Fields) answer.get("usage").orElseThrow();
            assertTrue(usage.number("calls").orElseThrow() > 2, "the operator was asked too");
        }
        String told = questions.getFirst().said().toString();
        assertTrue(told.contains("deadlock"), told);
        assertTrue(!told.contains("/srv/orders"), "paths are replaced: " + told);
    }

    @Test
    void withoutAKeyTheRecordIsQuoted() throws Exception {
        try (Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(17))) {
            int status =
                    investigate(patient, "--skills", "threads", "--ask", "which threads deadlock?");
            assertEquals(2, status, hotlens::err);
        }
        String printed = hotlens.out();
        String asked = printed.substring(printed.indexOf("? which threads deadlock?"));
        assertTrue(asked.contains("Stands on: "), asked);
        assertTrue(asked.contains("Confidence high"), asked);
    }
}
