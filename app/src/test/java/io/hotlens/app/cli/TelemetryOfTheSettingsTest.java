package io.hotlens.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.Settings;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.skills.catalog.SkillCatalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the steps of a run on the command line go.
@Timeout(60)
final class TelemetryOfTheSettingsTest {

    @TempDir Path folder;
    private final StringWriter err = new StringWriter();

    private SessionFactory sessions() {
        return new SessionFactory(
                _ -> new FakeTarget(),
                new SkillCatalog(List.of(FakeSkill.of("gc", "return 1"))),
                new ConfigFolder(folder));
    }

    private int investigate(String... more) {
        var arguments = new ArrayList<>(List.of("investigate", "--pid", "1", "--reason", "slow"));
        arguments.addAll(List.of(more));
        return HotlensCommand.run(
                arguments,
                sessions(),
                (_, _) -> 0,
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
    }

    private Path chosen() {
        Path file = folder.resolve("chosen.jsonl");
        sessions()
                .models()
                .change(s -> s.with(new TelemetryOptions(Optional.of(file), Optional.empty())));
        return file;
    }

    @Test
    void theFileOfTheSettingsIsWritten() throws IOException {
        Path chosen = chosen();
        assertEquals(0, investigate(), err::toString);
        List<String> lines = Files.readAllLines(chosen);
        assertTrue(lines.getFirst().contains("hotlens.investigation.started"), lines::toString);
        assertTrue(lines.getLast().contains("hotlens.investigation.ended"), lines::toString);
    }

    @Test
    void theCommandLineWins() {
        Path chosen = chosen();
        Path typed = folder.resolve("typed.jsonl");
        assertEquals(0, investigate("--telemetry", typed.toString()), err::toString);
        assertTrue(Files.exists(typed));
        assertFalse(Files.exists(chosen));
    }

    @Test
    void settingsThatCannotBeUnderstoodAreToldAndTheRulesStillWork() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"telemetry\": 3}");
        assertEquals(0, investigate("--model", "rules"), err::toString);
        assertTrue(err.toString().contains("telemetry must be an object"), err::toString);
    }

    @Test
    void nothingIsWrittenUnlessItIsChosen() {
        assertEquals(TelemetryOptions.NONE, Settings.DEFAULT.telemetry());
    }
}
