package io.hotlens.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.model.Limit;
import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.Price;
import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.telemetry.TelemetryOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the settings file says, and what is said of a wrong one.
class SettingsFileTest {

    private static final String FULL =
            """
            {"models": {
               "primary": "claude",
               "clients": {
                 "claude": {"provider": "anthropic", "fallbacks": ["here"], "attempts": 2,
                            "pause_ms": 500, "thinking": true},
                 "here": {"provider": "compatible", "model": "qwen3",
                          "base_url": "http://localhost:1234/v1", "temperature": 0.2,
                          "max_output_tokens": 900, "timeout_s": 7.5, "context_tokens": 32000}},
               "roles": {"operator": "here"}},
             "spending": {"run": {"usd": 0.5}, "hour": {"usd": "none"}, "day": {"calls": 1000}},
             "egress": {"mode": "automatic", "allowed": ["sql"], "targets": {
               "Checkout": {"mode": "never"}, "db-1:9010": {"allowed": []}}},
             "telemetry": {"file": "/var/log/steps.jsonl", "otlp": "http://localhost:4318"},
             "prices": [{"model": "qwen3", "input_usd": 2, "output_usd": 4, "cached_usd": 0.5}]}
            """;

    @TempDir Path folder;

    private SettingsFile file() {
        return new SettingsFile(new ConfigFolder(folder));
    }

    private Settings reading(String json) throws IOException {
        Files.writeString(folder.resolve("settings.json"), json);
        return file().read();
    }

    @Test
    void withoutAFileTheRulesModelIsAlone() {
        assertEquals(Settings.DEFAULT, file().read());
        assertEquals(Optional.empty(), file().read().models().player(ModelRole.OPERATOR));
    }

    @Test
    void everythingThatCanBeChosenIsRead() throws IOException {
        Settings settings = reading(FULL);

        ModelClient claude = settings.models().client("claude");
        assertEquals("anthropic:claude-haiku-4-5-20251001", claude.spec().toString());
        assertEquals("https://api.anthropic.com/v1", claude.spec().baseUrl().toString());
        assertTrue(claude.spec().options().thinking());
        assertEquals(List.of("here"), claude.fallbacks());
        assertEquals(2, claude.attempts());
        assertEquals(Duration.ofMillis(500), claude.pause());
        ModelClient here = settings.models().client("here");
        assertEquals("compatible:qwen3", here.spec().toString());
        assertEquals(0.2, here.spec().options().temperature().orElseThrow());
        assertEquals(900, here.spec().options().maxOutputTokens());
        assertEquals(Duration.ofMillis(7500), here.spec().options().timeout());
        assertEquals(32_000, here.spec().options().contextTokens().orElseThrow());
        assertEquals("here", settings.models().player(ModelRole.OPERATOR).orElseThrow().name());
        assertEquals(
                "claude", settings.models().player(ModelRole.COORDINATOR).orElseThrow().name());
        assertEquals(new Limit(400, 2_000_000, 0.5), settings.spending().run());
        assertEquals(1000, settings.spending().day().calls());
        assertEquals(List.of(new Price("qwen3", 2, 4, 0.5)), settings.prices());
        assertEquals(
                new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of(DataClass.SQL)),
                settings.egress().usual());
        assertEquals(Limit.NONE, settings.spending().hour());
        assertEquals(
                new EgressPolicy(EgressPolicy.Mode.NEVER, Set.of(DataClass.SQL)),
                settings.egress().of(new TargetKey("Checkout")));
        assertEquals(
                new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of()),
                settings.egress().of(new TargetKey("db-1:9010")));
        assertEquals(settings.egress().usual(), settings.egress().of(new TargetKey("another one")));
        assertEquals(
                new TelemetryOptions(
                        Optional.of(Path.of("/var/log/steps.jsonl")),
                        Optional.of(URI.create("http://localhost:4318"))),
                settings.telemetry());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Settings settings = reading(FULL);
        file().write(settings);
        Settings again = file().read();
        assertEquals(settings.models().roles(), again.models().roles());
        assertEquals(settings.models().primary(), again.models().primary());
        assertEquals(settings.models().client("here").spec(), again.models().client("here").spec());
        assertEquals(settings.models().client("claude"), again.models().client("claude"));
        assertEquals(settings.spending(), again.spending());
        assertEquals(settings.prices(), again.prices());
        assertEquals(settings.egress(), again.egress());
        assertEquals(settings.telemetry(), again.telemetry());
    }

    /// What is left out has the usual limit, so that none has to be said.
    @Test
    void noLimitAtAllIsReadBack() {
        var none = new SpendingLimits(Limit.NONE, Limit.NONE, new Limit(7, 8, 0.25));
        file().write(Settings.DEFAULT.with(none));
        assertEquals(none, file().read().spending());
    }

    @Test
    void aTargetIsKnownAgainByItsProgramOrItsAddress() {
        var info = new FakeTarget().info();
        assertEquals("Fake", TargetKey.of(info).value());
        assertThrows(IllegalArgumentException.class, () -> new TargetKey(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"models": {"clients": {"a": {}}}} | models.clients.a.provider is missing
                    {"models": {"clients": {"a": {"provider": "acme"}}}} | there is no provider 'acme'
                    {"models": {"clients": {"a": {"provider": "ollama"}}}} | name the model
                    {"models": {"clients": {"a": {"provider": "azure", "model": "m"}}}} | has no address of its own
                    {"models": {"clients": {"a": {"provider": "openai", "base_url": "here"}}}} | 'here' is no base URL
                    {"models": {"clients": {"a": {"provider": "openai", "attempts": 0}}}} | attempts must be 1 to 10
                    {"models": {"clients": {"a": {"provider": "openai", "key": "x"}}}} | models.clients.a.key is not known
                    {"models": {"primary": "b"}} | primary is 'b', but there is no such client
                    {"models": {"roles": {"boss": "b"}}} | models.roles.boss is not known
                    {"models": 3} | models must be an object
                    {"spending": {"run": {"usd": "much"}}} | spending.run.usd must be a number
                    {"spending": {"run": {"usd": -1}}} | a limit cannot be negative
                    {"egress": {"mode": "maybe"}} | egress.mode must be one of never, ask, automatic
                    {"egress": {"allowed": ["secrets"]}} | can never be allowed
                    {"egress": {"targets": {"a": {"mode": "maybe"}}}} | egress.targets.a.mode must be one of
                    {"telemetry": {"file": "steps.jsonl"}} | telemetry.file must be a whole path
                    {"telemetry": {"otlp": "here"}} | telemetry.otlp: 'here' is no address of a collector
                    {"telemetry": {"on": true}} | telemetry.on is not known
                    {"prices": [{"model": "m"}]} | a price looks like
                    {"models": | JSON
                    """)
    void aWrongFileIsNamedWithTheMemberThatIsWrong(String json, String part) {
        var refused = assertThrows(SettingsException.class, () -> reading(json));
        String sentence = String.valueOf(refused.getMessage());
        assertTrue(sentence.contains(part), sentence);
        assertTrue(sentence.contains("settings.json"), sentence);
    }

    @Test
    void aChangeOfTheFileCountsAtOnce() throws IOException {
        SettingsFile file = file();
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"egress\": {\"mode\": \"automatic\"}}");
        assertEquals(EgressPolicy.Mode.AUTOMATIC, file.read().egress().usual().mode());
        assertEquals(EgressPolicy.Mode.AUTOMATIC, file.read().egress().usual().mode());
        Files.writeString(path, "{\"egress\": {\"mode\": \"never\"}}");
        assertEquals(EgressPolicy.Mode.NEVER, file.read().egress().usual().mode());
        Files.delete(path);
        assertEquals(Settings.DEFAULT, file.read());
    }

    @Test
    void aProvidersNameAloneMeansItsUsualModel() {
        assertEquals(
                "anthropic:claude-haiku-4-5-20251001",
                Settings.DEFAULT.models().client("anthropic").spec().toString());
        assertThrows(
                IllegalArgumentException.class, () -> Settings.DEFAULT.models().client("nobody"));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("taken"), "x");
        var refused =
                assertThrows(
                        SettingsException.class,
                        () -> new SettingsFile(new ConfigFolder(inTheWay)).write(Settings.DEFAULT));
        assertTrue(String.valueOf(refused.getMessage()).contains("cannot be written"));
    }
}
