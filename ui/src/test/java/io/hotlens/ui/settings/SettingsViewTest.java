package io.hotlens.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.app.model.ModelCheck;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class SettingsViewTest {

    @TempDir Path folder;
    private ScriptedSettings files;
    private SettingsStore store;
    private boolean left;
    private Shown shown;

    @Start
    void start(Stage stage) {
        files = new ScriptedSettings(folder);
        store =
                new SettingsStore(
                        files.engine(),
                        new Tasks(work -> Thread.ofVirtual().start(work), new FxThread()));
        var view =
                new SettingsView(
                        new SettingsViewModel(store, List::of),
                        new AppearancePane(new Look(), Optional.of("notify-send")),
                        () -> left = true);
        stage.setScene(new Scene(view.node(), 1000, 900));
        stage.show();
        shown = new Shown(stage.getScene());
        store.refresh();
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    @Test
    void theSearchLeavesThePartsThatHoldEveryWord(FxRobot robot) {
        Eventually.that("the settings are read", () -> sees(robot, "No model is set up"));
        robot.clickOn("#settings-search").write("opentelemetry send");
        assertTrue(shown.shows("Telemetry"));
        assertFalse(shown.shows("Spending"));
        assertFalse(shown.shows("Appearance"));
        robot.type(KeyCode.ESCAPE);
        assertTrue(shown.shows("Spending"));
        assertFalse(left, "Esc has only ended the search");
        robot.write("nowhere to be found");
        assertTrue(shown.shows("No setting says so"));
    }

    @Test
    void whatTheDesktopLacksIsSaid() {
        Eventually.that(
                "it is said", () -> shown.shows("This system has no notify-send: news appears"));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private void addClaude(FxRobot robot) {
        Eventually.that("the settings are read", () -> sees(robot, "No model is set up"));
        robot.clickOn("#add-client").clickOn("#client-name").write("claude");
        robot.clickOn("#client-key").write("sk-secret");
        robot.clickOn("#client-save");
        Eventually.that("it is in the list", () -> sees(robot, "Key found"));
    }

    @Test
    void aModelIsAddedWithItsKeyWhichIsNotShownAgain(FxRobot robot) {
        addClaude(robot);
        assertEquals(Map.of("claude", "sk-secret"), files.keys());
        assertTrue(sees(robot, "claude chooses each step of an investigation."));
        robot.clickOn("#edit-claude");
        assertEquals("", robot.lookup("#client-key").queryAs(PasswordField.class).getText());
        assertTrue(robot.lookup("#client-name").<Node>query().isDisabled());
        robot.type(KeyCode.ESCAPE);
        Eventually.that("the form is closed", () -> !sees(robot, "Change claude"));
        assertFalse(left);
        robot.type(KeyCode.ESCAPE);
        Eventually.that("the screen is left", () -> left);
    }

    @Test
    void aWrongFieldHasItsSentenceAndTheKeyStaysInTheField(FxRobot robot) {
        Eventually.that("the settings are read", () -> sees(robot, "No model is set up"));
        robot.clickOn("#add-client").clickOn("#client-key").write("sk-secret");
        robot.clickOn("#client-save");
        Eventually.that(
                "it is told", () -> sees(robot, "Give it a name, by which you choose it later."));
        assertEquals(
                "sk-secret", robot.lookup("#client-key").queryAs(PasswordField.class).getText());
        assertEquals(Set.of(), files.keys().keySet());
    }

    @Test
    void aTestTellsInWordsWhatWorks(FxRobot robot) {
        addClaude(robot);
        robot.clickOn("#test-claude");
        Eventually.that(
                "it ended", () -> sees(robot, "It calls tools, so that it can investigate."));
        assertTrue(
                sees(
                        robot,
                        "It can be reached, takes the key, knows the model, and answered in 812"
                                + " ms."));
        assertTrue(sees(robot, "It costs 1.00 USD in and 5.00 USD out, for a million tokens."));
    }

    @Test
    void aTestThatFailsSaysWhy(FxRobot robot) {
        files.checkWith(
                client ->
                        new ModelCheck(
                                client,
                                false,
                                false,
                                Duration.ofMillis(90),
                                Optional.empty(),
                                "anthropic refused the key: type it again."));
        addClaude(robot);
        robot.clickOn("#test-claude");
        Eventually.that(
                "it is told", () -> sees(robot, "anthropic refused the key: type it again."));
        assertFalse(sees(robot, "It calls tools, so that it can investigate."));
    }

    @Test
    void aTestCanBeGivenUp(FxRobot robot) {
        var interrupted = new CountDownLatch(1);
        files.checkWith(
                _ -> {
                    try {
                        new CountDownLatch(1).await();
                        throw new IllegalStateException("nobody answers");
                    } finally {
                        interrupted.countDown();
                    }
                });
        addClaude(robot);
        robot.clickOn("#test-claude");
        Eventually.that("it waits", () -> sees(robot, "Stop waiting"));
        robot.clickOn("#test-cancel");
        Eventually.that("it is over", () -> interrupted.getCount() == 0);
        assertFalse(sees(robot, "Stop waiting"));
    }

    @Test
    void removingAsksOnceMore(FxRobot robot) {
        addClaude(robot);
        robot.clickOn("#remove-claude");
        robot.clickOn("#remove-no");
        assertEquals(Set.of("claude"), files.read().models().clients().keySet());
        robot.clickOn("#remove-claude").clickOn("#remove-yes");
        Eventually.that("it is gone", () -> sees(robot, "No model is set up"));
        assertEquals(Set.of(), files.read().models().clients().keySet());
    }

    @Test
    void whatMayLeaveIsChosenByClicks(FxRobot robot) {
        Eventually.that("the settings are read", () -> sees(robot, "No model is set up"));
        fire(robot, "#mode-never");
        fire(robot, "#allow-sql");
        Eventually.that(
                "it is written",
                () ->
                        files.read().egress().usual().mode() == Mode.NEVER
                                && files.read()
                                        .egress()
                                        .usual()
                                        .allowed()
                                        .equals(Set.of(DataClass.SQL)));
        assertFalse(robot.lookup("#allow-secrets").tryQuery().isPresent());
    }

    @Test
    void aRuleIsAddedCheckedAndRemoved(FxRobot robot) {
        Eventually.that("the settings are read", () -> sees(robot, "No model is set up"));
        fire(robot, "#add-alert");
        robot.interact(
                () ->
                        robot.lookup("#alert-1")
                                .queryAs(TextField.class)
                                .setText("heap_usd_pct > 90 for 2 min"));
        fire(robot, "#monitor-save");
        Eventually.that(
                "it is told at its field",
                () ->
                        robot.lookup("#alert-1-wrong")
                                .queryAs(Label.class)
                                .getText()
                                .endsWith("Did you mean jvm.heap_used_pct?"));
        robot.interact(
                () ->
                        robot.lookup("#alert-1")
                                .queryAs(TextField.class)
                                .setText("heap_used_pct > 90 for 2 min"));
        fire(robot, "#alerts_trigger");
        fire(robot, "#monitor-save");
        Eventually.that("it is written", () -> files.read().monitor().alerts().size() == 1);
        assertTrue(files.read().monitor().alertsTrigger());
        fire(robot, "#remove-alert-1");
        fire(robot, "#monitor-save");
        Eventually.that("it is gone", () -> files.read().monitor().alerts().isEmpty());
    }

    @Test
    void aBrokenFileIsNamedAndNothingCanBeChangedUntilItIsMended(FxRobot robot) {
        files.write("{\"spending\": 3}");
        robot.interact(store::refresh);
        Eventually.that(
                "it is told",
                () ->
                        robot.lookup(".problem-sentence").queryAll().stream()
                                .anyMatch(
                                        n ->
                                                n instanceof Label label
                                                        && label.getText()
                                                                .contains(
                                                                        "spending must be an"
                                                                                + " object")));
        assertTrue(robot.lookup("#add-client").<Node>query().isDisabled());
        files.write("{}");
        fire(robot, "#settings-again");
        Eventually.that(
                "it is read", () -> !robot.lookup("#add-client").<Node>query().isDisabled());
    }
}
