package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.connect.Earlier;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.inbox.InboxKey;
import io.hotlens.ui.shell.Over;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Theme;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What the frame of the window does whatever screen is shown.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ShellWindowTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private Wiring wiring;
    private Shown shown;

    @Start
    void start(Stage stage) {
        wiring =
                Noon.show(
                        stage,
                        new Engine(
                                () -> List.of(Samples.process(4711, "Checkout", "--port=8080")),
                                _ -> session),
                        folder,
                        760);
        shown = new Shown(stage.getScene());
        wiring.shell().open(session);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    private static void shortcut(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    private void find(FxRobot robot, String typed, String first) {
        shortcut(robot, KeyCode.K);
        Eventually.that("the palette is open", () -> shown.has("#palette-query"));
        robot.write(typed);
        Eventually.that(
                first + " is found",
                () ->
                        shown.list("#palette-results").getItems().stream()
                                .findFirst()
                                .filter(item -> item.toString().contains(first))
                                .isPresent());
    }

    private ScreenId screen() {
        return wiring.shell().targets().getFirst().screen().get();
    }

    @Test
    void thePaletteLeadsToAScreenByKeysAlone(FxRobot robot) {
        find(robot, "inb", "Inbox");
        robot.type(KeyCode.ENTER);
        Eventually.that("the inbox is shown", () -> screen() == ScreenId.INBOX);
        assertFalse(shown.has("#palette"));
        shortcut(robot, KeyCode.K);
        Eventually.that(
                "what was used last stands first",
                () ->
                        shown.list("#palette-results").getItems().stream()
                                .findFirst()
                                .filter(item -> item.toString().contains("Inbox"))
                                .isPresent());
        robot.type(KeyCode.ESCAPE);
        Eventually.that("it is closed", () -> !shown.has("#palette"));
        assertEquals(Over.NOTHING, wiring.shell().over().get());
    }

    @Test
    void thePaletteFindsWhatWasFoundAndOpensIt(FxRobot robot) {
        session.play(Script.deadlocked().concluded(Samples.insight()).events());
        Eventually.that("it is over", () -> shown.shows("Inbox  3"));
        find(robot, "queue grows", "12,480 tasks");
        robot.type(KeyCode.ENTER);
        Eventually.that("it is shown", () -> screen() == ScreenId.INBOX);
        Eventually.that("in full", () -> shown.shows("12,480 tasks are queued"));
        find(robot, "snapshot", "took a snapshot");
        robot.type(KeyCode.ENTER);
        Eventually.that("its step is shown", () -> screen() == ScreenId.INVESTIGATE);
    }

    @Test
    void thePaletteInsertsACallback(FxRobot robot) {
        find(robot, "gcpau", "gc_pauses");
        robot.type(KeyCode.ENTER);
        Eventually.that("the console is shown", () -> shown.has("#console-code"));
        assertEquals("gc_pauses(limit)", ((CodeArea) shown.node("#console-code")).getText());
    }

    @Test
    void thePaletteConnectsToAJvm(FxRobot robot) {
        find(robot, "8080", "Checkout");
        robot.type(KeyCode.ENTER);
        Eventually.that("it is open", () -> wiring.shell().targets().size() == 2);
    }

    @Test
    void theListOfKeysHasEveryKeyThatDoesSomething(FxRobot robot) {
        robot.type(KeyCode.F1);
        Eventually.that("it is shown", () -> shown.has("#keyboard"));
        Set<KeyCombination> keys = Set.copyOf(shown.scene().getAccelerators().keySet());
        List<String> texts = shown.texts();
        for (KeyCombination key : keys) {
            assertTrue(texts.contains(key.getDisplayText()), key::getDisplayText);
        }
        for (InboxKey key : InboxKey.values()) {
            assertTrue(texts.contains(key.does()), key::does);
        }
        robot.type(KeyCode.ESCAPE);
        Eventually.that("it is closed", () -> !shown.has("#keyboard"));
    }

    @Test
    void textsGrowAndShrinkWithTheZoom(FxRobot robot) {
        double before = size();
        shortcut(robot, KeyCode.EQUALS);
        Eventually.that("it is larger", () -> size() > before * 1.09);
        shortcut(robot, KeyCode.MINUS);
        shortcut(robot, KeyCode.MINUS);
        Eventually.that("it is smaller", () -> size() < before * 0.91);
        shortcut(robot, KeyCode.DIGIT0);
        Eventually.that("it is as before", () -> size() == before);
    }

    private double size() {
        shown.scene().getRoot().applyCss();
        return ((Label) shown.node(".target-name")).getFont().getSize();
    }

    @Test
    void everyThemeCanBeChosen(FxRobot robot) {
        robot.interact(() -> wiring.look().choose(Theme.DARK));
        robot.clickOn("#switch-theme");
        assertEquals(Theme.HIGH_CONTRAST, wiring.look().theme().get());
        find(robot, "light", "Light theme");
        robot.type(KeyCode.ENTER);
        Eventually.that("it is light", () -> wiring.look().theme().get() == Theme.LIGHT);
    }

    @Test
    void whatWasAcknowledgedIsTakenBack(FxRobot robot) {
        session.play(Script.deadlocked().events());
        robot.clickOn("#tab-inbox");
        Eventually.that("all are unread", () -> shown.shows("3 unread of 3."));
        robot.interact(() -> shown.node("#inbox-list").requestFocus());
        robot.type(KeyCode.A);
        Eventually.that("it is told", () -> shown.shows("One notification is acknowledged."));
        shortcut(robot, KeyCode.Z);
        Eventually.that("it is unread", () -> shown.shows("3 unread of 3."));
        Eventually.that("the news has gone", () -> !shown.shows("is acknowledged."));
    }

    @Test
    void severalAreResolvedAtOnceAndTakenBackAtOnce(FxRobot robot) {
        session.play(Script.deadlocked().events());
        robot.clickOn("#tab-inbox");
        Eventually.that("all are unread", () -> shown.shows("3 unread of 3."));
        robot.interact(() -> shown.node("#inbox-list").requestFocus());
        shortcut(robot, KeyCode.A);
        Eventually.that("all are chosen", () -> shown.shows("3 chosen"));
        robot.type(KeyCode.R);
        Eventually.that("all are resolved", () -> shown.shows("All 3 are read."));
        robot.clickOn("Undo");
        Eventually.that("all are unread again", () -> shown.shows("3 unread of 3."));
    }

    @Test
    void aCriticalFindingOfATargetBehindIsTold(FxRobot robot) {
        var front = new ScriptedSession();
        robot.interact(() -> wiring.shell().open(front));
        front.play(Script.deadlocked().events());
        Eventually.that("it has come", () -> shown.shows("Inbox  3"));
        assertFalse(shown.shows("checkout-service: 2 threads wait"));
        session.play(Script.deadlocked().events());
        Eventually.that("it is told", () -> shown.shows("checkout-service: 2 threads wait"));
        robot.clickOn("Show");
        Eventually.that(
                "the other target is shown",
                () ->
                        wiring.shell()
                                .selected()
                                .get()
                                .equals(wiring.shell().targets().stream().findFirst()));
        assertEquals(ScreenId.INBOX, screen());
    }

    @Test
    void theWindowRemembersItsTargetsAndLooks(FxRobot robot) {
        robot.interact(() -> wiring.look().zoom(120));
        var file = new WindowMemoryFile(folder.resolve("window-state.json"));
        Eventually.that("it is kept", () -> file.load().appearance().zoom() == 120);
        assertEquals(
                List.of(new Earlier.Local(4711, Samples.target().startedAt(), "checkout-service")),
                file.load().targets());
    }
}
