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
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whole investigations of real JVMs whose coordinator asks its model twice at most, over real
/// HTTP.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class InvestigateByPipelineTest {

    private final CommandRig hotlens;

    InvestigateByPipelineTest(@TempDir Path config) {
        this.hotlens = new CommandRig(config);
    }

    private int investigate(Patient patient, String strategy, String... more) {
        var arguments = new ArrayList<>(List.of("--json", "--strategy", strategy));
        arguments.addAll(List.of(more));
        return hotlens.investigate(patient, "it is slow", arguments);
    }

    private static List<Data.Fields> fields(List<Data> items) {
        return items.stream().map(Data.Fields.class::cast).toList();
    }

    private static boolean ofTheCoordinator(Asked asked) {
        return asked.tools().stream()
                .map(tool -> tool.text("name").orElse(""))
                .anyMatch(name -> name.equals("classify") || name.equals("produce_insight"));
    }

    private void assertFound(Thinker thinker, Wire wire, Demo demo, int jdk) throws IOException {
        try (var server = new WireServer(wire, thinker);
                Patient patient = Patient.start(demo, Jdk.find(jdk))) {
            hotlens.settings(server, wire);
            int status = investigate(patient, "pipeline", "--model", "mine");
            assertEquals(2, status, hotlens::both);
            assertConcluded(thinker.type());
            assertEquals(
                    2,
                    server.asked().stream()
                            .filter(InvestigateByPipelineTest::ofTheCoordinator)
                            .count());
            Data.Fields usage = (Data.Fields) hotlens.printed().get("usage").orElseThrow();
            assertEquals(server.asked().size(), usage.number("calls").orElseThrow());
        }
    }

    private void assertConcluded(String type) {
        assertEquals("pipeline", hotlens.printed().text("strategy").orElseThrow());
        assertEquals("completed", hotlens.printed().text("outcome").orElseThrow(), hotlens::out);
        Data.Fields insight = fields(hotlens.printed().items("insights")).getFirst();
        Data.Fields root = (Data.Fields) insight.get("root_cause").orElseThrow();
        assertEquals(type, root.text("type").orElseThrow(), hotlens::out);
        assertEquals("the model concludes " + type, insight.text("summary").orElseThrow());
        List<Data.Fields> found = fields(hotlens.printed().items("notifications"));
        List<Data> cited = insight.items("notification_ids");
        assertEquals(1, cited.size());
        Data.Fields evidence =
                found.stream()
                        .filter(n -> n.get("id").orElseThrow().equals(cited.getFirst()))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                List.of(evidence.get("observation").orElseThrow()),
                insight.items("matched_observations"));
        assertEquals(1, evidence.items("snapshots").size());
    }

    @ParameterizedTest
    @EnumSource
    void aDeadlockIsFound(Wire wire) throws IOException {
        assertFound(Thinker.DEADLOCK, wire, Demo.DEADLOCK, 25);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "OLLAMA"})
    void aHeapLeakIsFound(Wire wire) throws IOException {
        assertFound(Thinker.HEAP_LEAK, wire, Demo.HEAP_LEAK, 17);
    }

    @Test
    void aRefusedKeyEndsWithItsSentenceAlsoWhenTheUserNamedTheSkills() throws IOException {
        try (var server = new WireServer(Wire.ANTHROPIC, Answer.status(401, Map.of(), "{}"));
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            hotlens.settings(server, Wire.ANTHROPIC);
            assertEquals(3, investigate(patient, "pipeline", "--model", "mine"), hotlens::err);
            assertTrue(detail().contains("ANTHROPIC_API_KEY"), hotlens::out);
            assertEquals(1, server.asked().size());

            hotlens.clear();
            assertEquals(
                    3,
                    investigate(patient, "pipeline", "--model", "mine", "--skills", "gc"),
                    hotlens::err);
            assertTrue(detail().contains("ANTHROPIC_API_KEY"), hotlens::out);
        }
    }

    private String detail() {
        assertEquals("failed", hotlens.printed().text("outcome").orElseThrow());
        return hotlens.printed().text("outcome_detail").orElseThrow();
    }

    @Test
    void theRulesFollowNoStrategyAndOthersAreUnknown() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient, "pipeline", "--model", "rules"));
            assertTrue(hotlens.err().contains("leave the strategy out"), hotlens::err);
            assertEquals(64, investigate(patient, "magic"));
            assertTrue(hotlens.err().contains("choose loop or pipeline"), hotlens::err);
        }
    }
}
