package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Telemetry of open sessions while the settings change.
@Timeout(60)
final class ExportsTest {

    @TempDir Path folder;
    private final ScriptedSession session = new ScriptedSession();
    private final List<String> troubles = new ArrayList<>();
    private TelemetryOptions options = TelemetryOptions.NONE;
    private final Exports exports = new Exports(() -> options, troubles::add);

    @AfterEach
    void close() {
        exports.close();
    }

    private Path choose(String file) {
        Path path = folder.resolve(file);
        options = new TelemetryOptions(Optional.of(path), Optional.empty());
        return path;
    }

    private static long started(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("hotlens.investigation.started"))
                .count();
    }

    @Test
    void anOpenSessionGoesOnInAnotherFile() throws IOException {
        Path first = choose("first.jsonl");
        exports.follow(session);
        session.play(Script.deadlocked().events());
        Path second = choose("second.jsonl");
        exports.settingsChanged();
        session.play(Script.deadlocked().events());
        exports.end(session);
        assertEquals(1, started(first));
        assertEquals(1, started(second));
        assertEquals(List.of(""), troubles);
    }

    @Test
    void anotherChangeOfTheSettingsDoesNotInterruptIt() throws IOException {
        Path file = choose("steps.jsonl");
        exports.follow(session);
        exports.settingsChanged();
        session.play(Script.deadlocked().events());
        exports.end(session);
        assertEquals(1, started(file));
        assertEquals(List.of(), troubles);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndAnotherOneIsTried() throws IOException {
        choose("no/such/folder.jsonl");
        exports.follow(session);
        assertTrue(troubles.getFirst().contains("no/such/folder.jsonl"), troubles::toString);
        Path file = choose("steps.jsonl");
        exports.settingsChanged();
        session.play(Script.deadlocked().events());
        exports.end(session);
        assertEquals(1, started(file));
    }

    @Test
    void withoutAChoiceNothingIsWritten() throws IOException {
        exports.follow(session);
        session.play(Script.deadlocked().events());
        exports.end(session);
        try (var files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
    }
}
