package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.session.Session;
import io.hotlens.app.session.SessionFactory;
import io.hotlens.app.session.Stage;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.target.JvmAddress;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

@Timeout(60)
final class FlightEventsTest {

    @TempDir Path folder;

    private List<RecordedEvent> ours(Recording recording) throws Exception {
        recording.stop();
        Path file = folder.resolve("own.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("hotlens."))
                .toList();
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream().filter(e -> e.getEventType().getName().equals(name)).toList();
    }

    @Test
    void stepsOfAnInvestigationAreInTheRecording() throws Exception {
        try (var recording = new Recording()) {
            recording.start();
            String id;
            try (Stage stage = Play.stage();
                    TelemetryFeed _ = Telemetry.flightEvents(stage.bus())) {
                var handle = stage.investigate("it is slow");
                handle.await();
                id = handle.id().value();
            }

            List<RecordedEvent> events = ours(recording);
            assertTrue(
                    events.stream()
                            .allMatch(
                                    e ->
                                            e.getEventType()
                                                            .getCategoryNames()
                                                            .equals(List.of("Hotlens"))
                                                    && e.getString("investigation").equals(id)));
            assertEquals(
                    "completed",
                    named(events, "hotlens.Investigation").getFirst().getString("outcome"));
            assertEquals(
                    List.of("", "gc"),
                    named(events, "hotlens.Run").stream()
                            .map(e -> e.getString("skill"))
                            .sorted()
                            .toList());
            assertTrue(named(events, "hotlens.Iteration").size() > 20);
            RecordedEvent call =
                    named(events, "hotlens.ModelCall").stream()
                            .filter(e -> e.getLong("inputTokens") == 1200)
                            .findFirst()
                            .orElseThrow();
            assertEquals("acme:thinker-1", call.getString("model"));
            assertEquals(34, call.getLong("outputTokens"));
            RecordedEvent pause =
                    named(events, "hotlens.ToolCall").stream()
                            .filter(e -> e.getString("tool").equals("wait"))
                            .filter(e -> e.getString("skill").equals("gc"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(pause.getDuration("took").toMillis() >= 100);
        }
    }

    @Test
    void sessionMakesThemByItself() throws Exception {
        try (var recording = new Recording()) {
            recording.start();
            try (Session session =
                    new SessionFactory(
                                    _ -> new FakeTarget(),
                                    new SkillCatalog(List.of(FakeSkill.of("gc", "return 1"))),
                                    new ConfigFolder(Path.of("no-such-folder")))
                            .open(new JvmAddress.ThisJvm())) {
                session.investigations().start(InvestigationRequest.of("it is slow")).await();
            }

            assertEquals(1, named(ours(recording), "hotlens.Investigation").size());
        }
    }
}
