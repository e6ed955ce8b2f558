package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Thinker;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;
import io.hotlens.skills.demo.Demo;
import io.hotlens.skills.patient.Jdk;
import io.hotlens.skills.patient.Patient;
import io.hotlens.skills.target.Connector;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whole investigations of real JVMs whose next step a model chooses, over real HTTP.
@Tag("patient")
@Timeout(120)
class InvestigateWithAModelTest {

    static final Thinker DEADLOCK =
            new Thinker(
                    "threads",
                    "return threads_deadlocks()",
                    answer -> Json.write(answer).contains("OrderLock"),
                    "deadlock");

    static final Thinker HEAP_LEAK =
            new Thinker(
                    "gc",
                    "local l = gc_live_set() return {rising = l.slope_mb_per_min > 1 and l.r2 >"
                            + " 0.8}",
                    answer -> Json.write(answer).contains("\"rising\":true"),
                    "heap_leak");

    @TempDir Path config;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int hotlens(List<String> arguments) {
        return HotlensCommand.run(
                arguments,
                new SessionFactory(
                        Connector::open, SkillCatalog.builtIn(), new ConfigFolder(config)),
                (_, _) -> 0,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private int investigate(Patient patient, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "investigate",
                                "--pid",
                                Long.toString(patient.pid()),
                                "--reason",
                                "it is slow",
                                "--json"));
        arguments.addAll(List.of(more));
        return hotlens(arguments);
    }

    private Data.Fields printed() {
        return (Data.Fields) Json.parse(out.toString());
    }

    private void assertConcluded(String type, WireServer server) {
        Data.Fields insight = (Data.Fields) printed().items("insights").getFirst();
        Data.Fields root = (Data.Fields) insight.get("root_cause").orElseThrow();
        assertEquals(type, root.text("type").orElseThrow(), out::toString);
        assertEquals("the model concludes " + type, insight.text("summary").orElseThrow());
        Data.Fields usage = (Data.Fields) printed().get("usage").orElseThrow();
        assertEquals(server.asked().size(), usage.number("calls").orElseThrow());
        assertEquals(
                (double) WireServer.INPUT_TOKENS * server.asked().size(),
                usage.number("input_tokens").orElseThrow());
    }

    /// The settings name the server; its key lies in the file for keys.
    static void settings(Path config, WireServer server, Wire wire) throws IOException {
        Data client =
                Data.fields()
                        .put("provider", wire.name().toLowerCase(java.util.Locale.ROOT))
                        .put("model", "m")
                        .put("base_url", server.baseUrl().toString())
                        .build();
        Data models =
                Data.fields().put("clients", Data.fields().put("mine", client).build()).build();
        Files.writeString(
                config.resolve("settings.json"),
                Json.write(Data.fields().put("models", models).build()));
        Path keys = Files.writeString(config.resolve("keys.json"), "{\"mine\": \"fake-key\"}");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
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
                new SessionFactory(
                                Connector::open, SkillCatalog.builtIn(), new ConfigFolder(config))
                        .open(new JvmAddress.LocalProcess(patient.pid()))) {
            return session.usualModels();
        } finally {
            Files.writeString(file, written);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfTheSettingsFindsADeadlock(Wire wire) throws IOException {
        try (var server = new WireServer(wire, DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            settings(config, server, wire);
            assertEquals(2, investigate(patient, "--model", "mine"), err::toString);
            assertConcluded("deadlock", server);
            assertFalse((out + err.toString()).contains("fake-key"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelFindsAHeapLeak(Wire wire) throws IOException {
        try (var server = new WireServer(wire, HEAP_LEAK);
                Patient patient = Patient.start(Demo.HEAP_LEAK, Jdk.find(17))) {
            settings(config, server, wire);
            assertEquals(2, investigate(patient, "--model", "mine"), err::toString);
            assertConcluded("heap_leak", server);
        }
    }

    /// A primary model alone is no consent: the settings ask, and nobody is there to agree.
    @Test
    void nothingLeavesWithoutConsent() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            settings(config, server, Wire.OPENAI);
            Path file = config.resolve("settings.json");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace("{\"models\":{", "{\"models\":{\"primary\":\"mine\","));
            assertEquals(3, investigate(patient), err::toString);
            assertEquals(List.of(), server.asked());
            assertTrue(out.toString().contains("nobody agreed"), out::toString);
        }
    }

    @Test
    void aModelNeedsNoSettings() {
        try (var server = new WireServer(Wire.OLLAMA, DEADLOCK);
                Patient patient = Patient.start(Demo.DEADLOCK, Jdk.find(25))) {
            int status =
                    investigate(
                            patient,
                            "--model",
                            "ollama:m",
                            "--base-url",
                            server.baseUrl().toString());
            assertEquals(2, status, err::toString);
            assertConcluded("deadlock", server);
        }
    }

    @Test
    void aRefusedKeyEndsWithItsSentence() throws IOException {
        try (var server = new WireServer(Wire.ANTHROPIC, Answer.status(401, Map.of(), "{}"));
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            settings(config, server, Wire.ANTHROPIC);
            assertEquals(3, investigate(patient, "--model", "mine"), err::toString);
            String detail = out.toString();
            assertTrue(detail.contains("ANTHROPIC_API_KEY"), detail);
            assertEquals(1, server.asked().size());
            assertEquals(List.of("anthropic:m"), usualModels(patient, "mine"));
            assertEquals(List.of(), usualModels(patient, ""));
        }
    }

    @Test
    void aFileOfKeysThatOthersMayReadEndsWithItsSentence() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, DEADLOCK);
                Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            settings(config, server, Wire.OPENAI);
            Files.setPosixFilePermissions(
                    config.resolve("keys.json"), PosixFilePermissions.fromString("rw-r--r--"));
            assertEquals(3, investigate(patient, "--model", "mine"), err::toString);
            assertTrue(out.toString().contains("chmod 600"), out::toString);
            assertFalse(out.toString().contains("crashed"), out::toString);
            assertEquals(List.of(), server.asked());
            assertEquals(64, hotlens(List.of("models")));
            assertTrue(err.toString().contains("chmod 600"), err::toString);
        }
    }

    @Test
    void brokenSettingsAreNamedBeforeAnythingIsAsked() throws IOException {
        Files.writeString(config.resolve("settings.json"), "{\"models\": ");
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient));
            assertTrue(err.toString().contains("settings.json cannot be used"), err::toString);
            assertFalse(err.toString().contains("at io.hotlens"), err::toString);
        }
    }

    @Test
    void anUnknownModelIsBadUsage() {
        try (Patient patient = Patient.start(Demo.IDLE, Jdk.find(25))) {
            assertEquals(64, investigate(patient, "--model", "nobody"));
            assertTrue(err.toString().contains("'nobody'"), err::toString);
            assertEquals(64, investigate(patient, "--model", "acme:m"));
            assertTrue(err.toString().contains("no provider 'acme'"), err::toString);
        }
    }

    @Test
    void oneRoundTripTellsWhatWorks() throws IOException {
        try (var server =
                new WireServer(
                        Wire.OPENAI,
                        Answer.call(
                                "report_status", Data.fields().put("status", "ready").build()))) {
            settings(config, server, Wire.OPENAI);
            assertEquals(0, hotlens(List.of("models", "test", "mine")), err::toString);
            assertTrue(out.toString().contains("tools      yes"), out::toString);
            assertEquals(1, server.asked().size());
        }
    }

    @Test
    void aModelThatTalksInsteadOfCallingIsNamed() throws IOException {
        try (var server = new WireServer(Wire.OPENAI, Answer.text("Hello!"))) {
            settings(config, server, Wire.OPENAI);
            assertEquals(69, hotlens(List.of("models", "test", "mine", "--json")));
            assertTrue(printed().text("problem").orElse("").contains("without calling the tool"));
        }
    }

    @Test
    void theListShowsWhoHasAKey() throws IOException {
        try (var server = new WireServer(Wire.GEMINI, Answer.text(""))) {
            settings(config, server, Wire.GEMINI);
            assertEquals(0, hotlens(List.of("models")));
            assertTrue(out.toString().contains("mine: gemini:m"), out::toString);
            assertTrue(out.toString().contains("key found"), out::toString);
        }
    }
}
