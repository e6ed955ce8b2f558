package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;
import io.hotlens.app.llm.wire.Thinker;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Connector;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whole investigations of real JVMs whose coordinator asks its model twice at most, over real
/// HTTP.
@Tag("patient")
@Timeout(120)
class InvestigateByPipelineTest {

    @TempDir Path config;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int investigate(Patient patient, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "investigate",
                                "--pid",
                                Long.toString(patient.pid()),
                                "--reason",
                                "it is slow",
                                "--json",
                                "--strategy"));
        arguments.addAll(List.of(more));
        return HotlensCommand.run(
                arguments,
                new SessionFactory(
                        Connector::open, SkillCatalog.builtIn(), new ConfigFolder(config)),
                (_, _) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private Data.Fields printed() {
        return (Data.Fields) Json.parse(out.toString());
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
            InvestigateWithAModelTest.settings(config, server, wire);
            int status = investigate(patient, "pipeline", "--model", "mine");
            assertEquals(2, status, () -> out + err.toString());
            assertConcluded(thinker.type());
            assertEquals(
                    2,
                    server.asked().stream()
                            .filter(InvestigateByPipelineTest::ofTheCoordinator)
                            .count());
            Data.Fields usage = (Data.Fields) printed().get("usage").orElseThrow();
            assertEquals(server.asked().size(), usage.number("calls").orElseThrow());
        }
    }

    private void assertConcluded(String type) {
        assertEquals("pipeline", printed().text("strategy").orElseThrow());
        assertEquals("completed", printed().text("outcome").orElseThrow(), out::toString);
        Data.Fields insight = fields(printed().items("insights")).getFirst();
        Data.Fields root = (Data.Fields) insight.get("root_cause").orElseThrow();
        assertEquals(type, root.text("type").orElseThrow(), out::toString);
        assertEquals("the model concludes " + type, insight.text("summary").orElseThrow());
        List<Data.Fields> found = fields(printed().items("notifications"));
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
        assertFound(InvestigateWithAModelTest.DEADLOCK, wire, Demo.DEADLOCK, 25);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "OLLAMA"})
    void aHeapLeakIsFound(Wire wire) throws IOException {
        assertFound(InvestigateWithAModelTest.HEAP_LEAK, wire, Demo.HEAP_LEAK, 17);
    }

    @Test
    void aRefusedKeyEndsWithItsSentenceAlsoWhenTheUserNamedTheSkills() throws IOException {
        try (var server = new WireServer(Wire.ANTHROPIC, Answer.status(401, Map.of(), "{}"));
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            InvestigateWithAModelTest.settings(config, server, Wire.ANTHROPIC);
            assertEquals(3, investigate(patient, "pipeline", "--model", "mine"), err::toString);
            assertTrue(detail().contains("ANTHROPIC_API_KEY"), out::toString);
            assertEquals(1, server.asked().size());

            out.getBuffer().setLength(0);
            assertEquals(
                    3,
                    investigate(patient, "pipeline", "--model", "mine", "--skills", "gc"),
                    err::toString);
            assertTrue(detail().contains("ANTHROPIC_API_KEY"), out::toString);
        }
    }

    private String detail() {
        assertEquals("failed", printed().text("outcome").orElseThrow());
        return printed().text("outcome_detail").orElseThrow();
    }

    @Test
    void theRulesFollowNoStrategyAndOthersAreUnknown() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient, "pipeline", "--model", "rules"));
            assertTrue(err.toString().contains("leave the strategy out"), err::toString);
            assertEquals(64, investigate(patient, "magic"));
            assertTrue(err.toString().contains("choose loop or pipeline"), err::toString);
        }
    }
}
