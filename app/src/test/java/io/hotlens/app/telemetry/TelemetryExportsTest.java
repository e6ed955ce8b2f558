package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

@Timeout(60)
final class TelemetryExportsTest {

    @TempDir Path folder;
    private final TelemetryExports exports = new TelemetryExports();

    private Telemetry start(EventBus bus, Path file) throws IOException {
        return exports.start(
                bus, new TelemetryOptions(Optional.of(file), Optional.empty()), _ -> {});
    }

    private static void end(EventBus bus) {
        bus.publish(
                new AppEvent.InvestigationEnded(
                        Instant.EPOCH, InvestigationId.random(), new Outcome.Completed()));
    }

    @Test
    void sessionsShareAFileUntilTheLastHasEnded() throws IOException {
        Path file = folder.resolve("steps.jsonl");
        var one = new EventBus();
        var other = new EventBus();
        try (Telemetry _ = start(one, file)) {
            try (Telemetry _ = start(other, folder.resolve(".").resolve("steps.jsonl"))) {
                end(one);
                end(other);
            }
            end(one);
        }
        try (Telemetry _ = start(other, file)) {
            end(other);
        }
        assertEquals(4, Files.readAllLines(file).size());
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        var refused =
                assertThrows(
                        IOException.class, () -> start(new EventBus(), folder.resolve("no/file")));
        assertEquals(true, String.valueOf(refused.getMessage()).contains("no/file"));
    }
}
