package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.Eventually;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.FakeTarget;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.catalog.SkillCatalog;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.JvmAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What runs without anybody who waits for it ends in a sentence when the settings are broken.
@Timeout(60)
final class BrokenSettingsTest {

    private static final SkillId GC = new SkillId("gc");

    @TempDir Path folder;

    private Session open() {
        return new SessionFactory(
                        _ -> new FakeTarget(),
                        new SkillCatalog(List.of(FakeSkill.of("gc", "return 1"))),
                        new ConfigFolder(folder))
                .open(new JvmAddress.ThisJvm());
    }

    private void breakSettings() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"models\": ");
    }

    private static void assertSaysWhy(Outcome outcome) {
        String why = assertInstanceOf(Outcome.Failed.class, outcome).reason();
        assertTrue(why.contains("settings.json"), why);
    }

    @Test
    void watchEndsAsFailed() throws Exception {
        try (Session session = open()) {
            breakSettings();

            OperatorReport report = session.watch(GC, "keep an eye on it", _ -> {}).await();

            assertSaysWhy(report.outcome());
        }
    }

    @Test
    void followUpBeginsAndEndsAsFailed() throws Exception {
        var later = new ScriptedModel().then("schedule", "{\"ms\": 1000, \"reason\": \"later\"}");
        try (var stage = new Stage(later, later, FakeSkill.of("gc", "return 1"), 10);
                EventBus.Reader events = stage.bus().reader()) {
            stage.investigate("it is slow").await();
            stage.breakSettings();

            var ends = new ArrayList<Outcome>();
            Eventually.holds(
                    () -> {
                        events.drain(Integer.MAX_VALUE).forEach(event -> note(event, ends));
                        return ends.size() == 2;
                    });

            assertEquals(new Outcome.Completed(), ends.getFirst());
            assertSaysWhy(ends.getLast());
            assertEquals("later", stage.newest().request().reason());
        }
    }

    private static void note(AppEvent event, List<Outcome> ends) {
        if (event instanceof AppEvent.InvestigationEnded(_, _, var outcome)) {
            ends.add(outcome);
        }
    }
}
