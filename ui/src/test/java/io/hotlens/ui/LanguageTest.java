package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.text.Language;
import io.hotlens.ui.text.Messages;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The window of somebody who chose German the last time.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class LanguageTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) throws IOException {
        Files.writeString(folder.resolve("window-state.json"), "{\"language\": \"de\"}");
        wiring =
                Noon.show(
                        stage,
                        new Engine(() -> List.of(Samples.process(4711, "Kasse", "")), _ -> session),
                        folder,
                        800);
        shown = new Shown(stage.getScene());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
        Messages.speak(Language.ENGLISH);
    }

    private List<String> cut() {
        var cut = new ArrayList<String>();
        shown.visit(
                node -> {
                    if (node instanceof ButtonBase button && button.isTextTruncated()) {
                        cut.add(button.getText());
                    }
                });
        return cut;
    }

    @Test
    void everyScreenSpeaksItAndNoButtonIsCut(FxRobot robot) {
        Eventually.that("the JVMs are listed", () -> shown.shows("Kasse"));
        assertTrue(shown.shows("Welche JVM macht Sorgen?"));
        var cut = new TreeMap<String, List<String>>();
        cut.put("connect", cut());
        robot.interact(() -> wiring.shell().open(session));
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        Eventually.that("it is told", () -> shown.shows("Posteingang  3"));
        for (ScreenId screen : ScreenId.values()) {
            robot.interact(() -> wiring.shell().show(screen));
            Eventually.that(screen + " is shown", () -> true);
            cut.put(screen.title(), cut());
        }
        robot.interact(() -> wiring.shell().show(ScreenId.INBOX));
        assertTrue(shown.shows("3 von 3 ungelesen."), shown.texts()::toString);
        assertTrue(shown.shows("ungelesen 3"), shown.texts()::toString);
        robot.interact(() -> wiring.shell().openSettings());
        Eventually.that("the settings are shown", () -> shown.has("#look-language"));
        cut.put("settings", cut());
        cut.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), cut);
        ChoiceBox<?> language = (ChoiceBox<?>) shown.node("#look-language");
        assertEquals(Optional.of(Language.GERMAN), language.getValue());
    }
}
