package io.hotlens.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.app.model.Limit;
import io.hotlens.app.model.ModelClient;
import io.hotlens.app.model.ModelRole;
import io.hotlens.app.model.Provider;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.ui.settings.SpendingForm.Kind;
import io.hotlens.ui.settings.SpendingForm.Span;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class SettingsViewModelTest {

    private static final TargetKey CHECKOUT = new TargetKey("checkout-service");

    @TempDir Path folder;
    private ScriptedSettings files = new ScriptedSettings(Path.of("."));
    private SettingsStore store = new SettingsStore(files.engine(), Inline.tasks());
    private SettingsViewModel model = new SettingsViewModel(store, List::of);

    @BeforeEach
    void read() {
        files = new ScriptedSettings(folder);
        store = new SettingsStore(files.engine(), Inline.tasks());
        model = new SettingsViewModel(store, () -> List.of(CHECKOUT));
        store.refresh();
    }

    private ClientForm added() {
        model.models().add();
        return model.models().form().get().orElseThrow();
    }

    private void add(String name) {
        ClientForm form = added();
        form.name().set(name);
        model.models().save("");
        assertTrue(model.models().form().get().isEmpty(), () -> form.wrong().get().toString());
    }

    private ModelClient saved(String name) {
        return files.read().models().client(name);
    }

    @Test
    void theFirstModelPlaysEveryPart() {
        assertEquals(
                "The built-in rules choose each step: no key, no network.",
                model.models().sentence());
        add("claude");
        assertEquals("claude", files.read().models().primary().orElseThrow());
        assertEquals("anthropic:claude-haiku-4-5-20251001", saved("claude").spec().toString());
        assertEquals("claude chooses each step of an investigation.", model.models().sentence());
        assertEquals(
                List.of("looks", "coordinates", "answers"),
                model.models().lines().getFirst().parts());
    }

    @Test
    void aKeyIsKeptAndNowhereElse() throws IOException {
        ClientForm form = added();
        form.name().set("claude");
        model.models().save(" sk-very-secret ");
        assertEquals(Map.of("claude", "sk-very-secret"), files.keys());
        assertEquals(ClientLine.Key.FOUND, model.models().lines().getFirst().key());
        assertEquals("The key of claude is kept in the key store.", model.models().note().get());
        try (var written = Files.list(folder)) {
            for (Path file : written.toList()) {
                assertFalse(Files.readString(file).contains("very-secret"), file::toString);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''      | ANTHROPIC  | ''   | ''                     | NAME     | Give it a name
                    rules   | ANTHROPIC  | ''   | ''                     | NAME     | cannot be a name
                    a:b     | ANTHROPIC  | ''   | ''                     | NAME     | cannot be a name
                    claude  | ANTHROPIC  | ''   | ''                     | NAME     | a model called “claude” already
                    local   | OLLAMA     | ''   | ''                     | MODEL    | Name the model
                    local   | COMPATIBLE | qwen | ''                     | BASE_URL | Give the address
                    local   | COMPATIBLE | qwen | localhost:1234         | BASE_URL | is no base URL
                    local   | COMPATIBLE | qwen | ftp://host/v1          | BASE_URL | is no base URL
                    local   | COMPATIBLE | qwen | http://a b             | BASE_URL | is no base URL
                    """)
    void aWrongFieldSaysWhatIsWrongAndNothingIsLost(
            String name,
            Provider provider,
            String asked,
            String url,
            ClientForm.Field field,
            String says) {
        add("claude");
        ClientForm form = added();
        form.name().set(name);
        form.provider().set(provider);
        form.model().set(asked);
        form.baseUrl().set(url);
        model.models().save("key");
        String sentence = form.wrong().get().getOrDefault(field, "");
        assertTrue(sentence.contains(says), () -> form.wrong().get().toString());
        assertEquals(Optional.of(form), model.models().form().get());
        assertEquals(name, form.name().get());
        assertEquals(Set.of("claude"), files.read().models().clients().keySet());
        assertEquals(Set.of(), files.keys().keySet());
    }

    @Test
    void whatTheFormDoesNotShowStaysAsItWas() {
        files.write(
                """
                {"models": {"clients": {"here": {"provider": "compatible", "model": "qwen3",
                 "base_url": "http://localhost:1234/v1", "temperature": 0.2, "attempts": 7}}}}
                """);
        store.refresh();
        model.models().edit("here");
        ClientForm form = model.models().form().get().orElseThrow();
        assertEquals("http://localhost:1234/v1", form.baseUrl().get());
        form.model().set("qwen4");
        model.models().save("");
        assertEquals("compatible:qwen4", saved("here").spec().toString());
        assertEquals(0.2, saved("here").spec().options().temperature().orElseThrow());
        assertEquals(7, saved("here").attempts());
        assertEquals(Optional.empty(), files.read().models().primary());
    }

    @Test
    void aRemovedModelIsInNoPartAndNoFallbackAnyMore() {
        add("claude");
        add("local");
        model.models().edit("claude");
        ClientForm form = model.models().form().get().orElseThrow();
        assertEquals(List.of("local"), form.others());
        form.fallbacks().add("local");
        model.models().save("");
        assertEquals(List.of("local"), saved("claude").fallbacks());
        model.models().chooseFor(ModelRole.OPERATOR, Optional.of("local"));
        assertEquals("claude coordinates, local looks.", model.models().sentence());

        model.models().leaving().set(Optional.of("local"));
        model.models().remove();
        assertEquals(Set.of("claude"), files.read().models().clients().keySet());
        assertEquals(List.of(), saved("claude").fallbacks());
        assertEquals("claude chooses each step of an investigation.", model.models().sentence());
        model.models().choosePrimary(Optional.empty());
        assertEquals(Optional.empty(), files.read().models().primary());
    }

    @Test
    void aBrokenFileIsToldAndNotWrittenOver() throws IOException {
        files.write("{\"models\": 3}");
        store.refresh();
        String sentence = store.unreadable().get().orElseThrow().sentence();
        assertTrue(sentence.contains("models must be an object"), sentence);
        assertTrue(sentence.contains(folder.resolve("settings.json").toString()), sentence);
        model.egress().choose(Mode.NEVER);
        assertTrue(store.unsaved().get().isPresent());
        assertEquals("{\"models\": 3}", Files.readString(folder.resolve("settings.json")));
        files.write("{}");
        store.refresh();
        assertEquals(Optional.empty(), store.unreadable().get());
    }

    @Test
    void modeAndClassesAreWrittenAtOnce() {
        model.egress().choose(Mode.AUTOMATIC);
        model.egress().allow(DataClass.SQL, true);
        model.egress().allow(DataClass.PATHS, true);
        model.egress().allow(DataClass.SQL, false);
        assertEquals(
                new EgressPolicy(Mode.AUTOMATIC, Set.of(DataClass.PATHS)),
                files.read().egress().usual());
    }

    @Test
    void aTargetGetsAPolicyOfItsOwnAndLosesIt() {
        assertEquals(
                List.of(Optional.empty(), Optional.of(CHECKOUT)),
                List.copyOf(model.egress().scopes()));
        model.egress().scope().set(Optional.of(CHECKOUT));
        assertFalse(model.egress().isOwn());
        model.egress().choose(Mode.NEVER);
        assertEquals(Mode.NEVER, files.read().egress().of(CHECKOUT).mode());
        assertEquals(Mode.ASK, files.read().egress().usual().mode());
        assertTrue(model.egress().isOwn());
        model.egress().asForAll();
        assertEquals(EgressPolicy.DEFAULT, model.egress().policy().get());
        assertEquals(Set.of(), files.read().egress().targets().keySet());
    }

    @Test
    void limitsAreSavedAndAnEmptyFieldIsNone() {
        SpendingForm form = model.spending();
        assertEquals("2,000,000", form.entry(Span.RUN, Kind.TOKENS).text().get());
        assertFalse(form.changed().get());
        form.entry(Span.RUN, Kind.TOKENS).text().set("");
        form.entry(Span.RUN, Kind.USD).text().set("0.25");
        form.entry(Span.DAY, Kind.CALLS).text().set("1 000");
        assertTrue(form.changed().get());
        form.save();
        assertEquals(new Limit(400, Long.MAX_VALUE, 0.25), files.read().spending().run());
        assertEquals(1000, files.read().spending().day().calls());
        assertEquals("1,000", form.entry(Span.DAY, Kind.CALLS).text().get());
        assertFalse(form.changed().get());
    }

    @ParameterizedTest
    @CsvSource({"-1, CALLS", "2.5, TOKENS", "much, USD", "1e30, CALLS", "NaN, USD"})
    void aWrongLimitIsNamedAndKept(String typed, Kind kind) {
        SpendingForm form = model.spending();
        form.entry(Span.HOUR, kind).text().set(typed);
        form.save();
        assertTrue(form.entry(Span.HOUR, kind).wrong().get().contains(typed));
        assertEquals(typed, form.entry(Span.HOUR, kind).text().get());
        assertFalse(Files.exists(folder.resolve("settings.json")));
        store.refresh();
        assertEquals(typed, form.entry(Span.HOUR, kind).text().get());
        form.reset();
        assertEquals("", form.entry(Span.HOUR, kind).wrong().get());
    }

    @Test
    void telemetryIsOffUntilItIsChosenAndAWrongPlaceIsNamed() {
        TelemetryForm form = model.telemetry();
        assertFalse(form.toFile().get() || form.toCollector().get());
        form.toFile().set(true);
        form.file().set("steps.jsonl");
        form.toCollector().set(true);
        form.url().set("here");
        form.save();
        assertTrue(form.wrongFile().get().contains("steps.jsonl"));
        assertTrue(form.wrongUrl().get().contains("here"));
        assertEquals(TelemetryOptions.NONE, files.read().telemetry());
        form.file().set(folder.resolve("steps.jsonl").toString());
        form.url().set(TelemetryOptions.USUAL_COLLECTOR);
        form.save();
        assertEquals(
                new TelemetryOptions(
                        Optional.of(folder.resolve("steps.jsonl")),
                        Optional.of(URI.create(TelemetryOptions.USUAL_COLLECTOR))),
                files.read().telemetry());
        assertFalse(form.changed().get());
        form.toFile().set(false);
        form.toCollector().set(false);
        form.save();
        assertEquals(TelemetryOptions.NONE, files.read().telemetry());
    }
}
