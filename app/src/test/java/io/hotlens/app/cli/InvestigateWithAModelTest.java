package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.CommandRig;
import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Thinker;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.app.session.Session;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whole investigations of real JVMs whose next step a model chooses, over real HTTP.
@Tag("patient")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class InvestigateWithAModelTest {

    private final Path config;
    private final CommandRig hotlens;

    InvestigateWithAModelTest(@TempDir Path config) {
        this.config = config;
        this.hotlens = new CommandRig(config);
    }

    private int investigate(Patient patient, String... more) {
        var arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(List.of(more));
        return hotlens.investigate(patient, "it is slow", arguments);
    }

    private void assertConcluded(String type, WireServer server) {
        Data.Fields insight = (Data.Fields) hotlens.printed().items("insights").getFirst();
        Data.Fields root = (Data.Fields) insight.get("root_cause").orElseThrow();
        assertEquals(type, root.text("type").orElseThrow(), hotlens::out);
        assertEquals("the model concludes " + type, insight.text("summary").orElseThrow());
        Data.Fields usage = (Data.Fields) hotlens.printed().get("usage").orElseThrow();
        assertEquals(server.asked().size(), usage.number("calls").orElseThrow());
        assertEquals(
                (double) WireServer.INPUT_TOKENS * server.asked().size(),
                usage.number("input_tokens").orElseThrow());
    }

    private List<String> usualModels(Patient patient, String primary) throws IOException {
        Path file = config.resolve("settings.json");
        String written = Files.readString(file);
        if (!primary.isEmpty()) {
            Files.writeString(
                    file,
                    written.replace(
                            "{\"models\":{",
                            "{\"models\":{\"primary\":\"%s\",".formatted(primary)));
        }
        try (Session session =
                hotlens.sessions().open(new JvmAddress.LocalProcess(patient.pid()))) {
            return session.usualModels();
        } finally {
            Files.writeString(file, written);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfTheSettingsFindsADeadlock(Wire wire) throws IOException {
        try (var server = new WireServer(wire, Thinker.DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            hotlens.settings(server, wire);
            assertEquals(2, investigate(patient, "--model", "mine"), hotlens::err);
            assertConcluded("deadlock", server);
            assertFalse(hotlens.both().contains("fake-key"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelFindsAHeapLeak(Wire wire) throws IOException {
        try (var server = new WireServer(wire, Thinker.HEAP_LEAK);
                Patient patient = Patient.start(Demo.HEAP_LEAK, Jdk.find(17))) {
            hotlens.settings(server, wire);
            assertEquals(2, investigate(patient, "--model", "mine"), hotlens::err);
            assertConcluded("heap_leak", server);
        }
    }

    /// A primary model alone is no consent: the settings ask, and nobody is there to agree.
    @Test
    void nothingLeavesWithoutConsent() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, Thinker.DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            hotlens.settings(server, Wire.OPENAI);
            Path file = config.resolve("settings.json");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("{\"models\":{", "{\"models\":{\"primary\":\"mine\","));
            assertEquals(3, investigate(patient), hotlens::err);
            assertEquals(List.of(), server.asked());
            assertTrue(hotlens.out().contains("nobody agreed"), hotlens::out);
        }
    }

    @Test
    void aModelNeedsNoSettings() {
        try (var server = new WireServer(Wire.OLLAMA, Thinker.DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            int status =
                    investigate(
                            patient,
                            "--model",
                            "ollama:m",
                            "--base-url",
                            server.baseUrl().toString());
            assertEquals(2, status, hotlens::err);
            assertConcluded("deadlock", server);
        }
    }

    @Test
    void aRefusedKeyEndsWithItsSentence() throws IOException {
        try (var server = new WireServer(Wire.ANTHROPIC, Answer.status(401, Map.of(), "{}"));
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            hotlens.settings(server, Wire.ANTHROPIC);
            assertEquals(3, investigate(patient, "--model", "mine"), hotlens::err);
            String detail = hotlens.out();
            assertTrue(detail.contains("ANTHROPIC_API_KEY"), detail);
            assertEquals(1, server.asked().size());
            assertEquals(List.of("anthropic:m"), usualModels(patient, "mine"));
            assertEquals(List.of(), usualModels(patient, ""));
        }
    }

    @Test
    void aFileOfKeysThatOthersMayReadEndsWithItsSentence() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, Thinker.DEADLOCK);
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            hotlens.settings(server, Wire.OPENAI);
            Files.setPosixFilePermissions(
                    config.resolve("keys.json"), PosixFilePermissions.fromString("rw-r--r--"));
            assertEquals(3, investigate(patient, "--model", "mine"), hotlens::err);
            assertTrue(hotlens.out().contains("chmod 600"), hotlens::out);
            assertFalse(hotlens.out().contains("crashed"), hotlens::out);
            assertEquals(List.of(), server.asked());
            assertEquals(64, hotlens.run(List.of("models")));
            assertTrue(hotlens.err().contains("chmod 600"), hotlens::err);
        }
    }

    @Test
    void brokenSettingsAreNamedBeforeAnythingIsAsked() throws IOException {
        Files.writeString(config.resolve("settings.json"), "{\"models\": ");
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient));
            assertTrue(hotlens.err().contains("settings.json cannot be used"), hotlens::err);
            assertFalse(hotlens.err().contains("at io.hotlens"), hotlens::err);
        }
    }

    @Test
    void anUnknownModelIsBadUsage() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient, "--model", "nobody"));
            assertTrue(hotlens.err().contains("'nobody'"), hotlens::err);
            assertEquals(64, investigate(patient, "--model", "acme:m"));
            assertTrue(hotlens.err().contains("no provider 'acme'"), hotlens::err);
        }
    }

    @Test
    void oneRoundTripTellsWhatWorks() throws IOException {
        try (var server =
                new WireServer(
                        Wire.OPENAI,
                        Answer.call(
                                "report_status", Data.fields().put("status", "ready").build()))) {
            hotlens.settings(server, Wire.OPENAI);
            assertEquals(0, hotlens.run(List.of("models", "test", "mine")), hotlens::err);
            assertTrue(hotlens.out().contains("tools      yes"), hotlens::out);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aModelThatTalksInsteadOfCallingIsNamed() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, Answer.text("Hello!"))) {
            hotlens.settings(server, Wire.OPENAI);
            assertEquals(69, hotlens.run(List.of("models", "test", "mine", "--json")));
            assertTrue(
                    hotlens.printed()
                            .text("problem")
                            .orElse("")
                            .contains("without calling the tool"));
        }
    }

    @Test
    void theListShowsWhoHasAKey() throws IOException {
        try (var server = new WireServer(Wire.GEMINI, Answer.text(""))) {
            hotlens.settings(server, Wire.GEMINI);
            assertEquals(0, hotlens.run(List.of("models")));
            assertTrue(hotlens.out().contains("mine: gemini:m"), hotlens::out);
            assertTrue(hotlens.out().contains("key found"), hotlens::out);
        }
    }
}
