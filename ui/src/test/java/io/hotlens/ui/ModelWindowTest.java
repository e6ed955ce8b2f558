package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.app.telemetry.TelemetryOptions;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedEgress;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;
import io.hotlens.ui.theme.Fonts;

import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything about models in the whole window.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ModelWindowTest {

    @TempDir Path folder;
    private final ScriptedSession session = new ScriptedSession();
    private ScriptedSettings settings;
    private Wiring wiring;

    @Start
    void start(Stage stage) {
        Fonts.load();
        settings = new ScriptedSettings(folder);
        settings.write(
                """
                {"models": {"clients": {
                  "claude": {"provider": "anthropic"},
                  "here": {"provider": "compatible", "model": "qwen3",
                           "base_url": "http://localhost:1234/v1"}}}}
                """);
        wiring =
                new Wiring(
                        stage,
                        new Engine(
                                () -> List.of(Samples.process(4711, "Checkout", "")), _ -> session),
                        new Wiring.Kept(
                                settings.engine(),
                                folder.resolve("recent.json"),
                                settings.history()),
                        InstantSource.fixed(Samples.NOON));
        stage.setScene(wiring.scene());
        stage.setWidth(1200);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private static void connect(FxRobot robot) {
        Eventually.that(
                "the JVMs are listed",
                () -> robot.lookup("#jvm-list").queryAs(ListView.class).getItems().size() == 1);
        robot.clickOn("#jvm-search").write("4711").type(KeyCode.ENTER);
        Eventually.that("the target is open", () -> has(robot, "#model"));
    }

    private static boolean has(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private static List<String> choices(FxRobot robot) {
        return robot.lookup("#model").queryAs(MenuButton.class).getItems().stream()
                .map(MenuItem::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static void choose(FxRobot robot, String title) {
        robot.interact(
                () ->
                        robot.lookup("#model").queryAs(MenuButton.class).getItems().stream()
                                .filter(item -> title.equals(item.getText()))
                                .toList()
                                .forEach(MenuItem::fire));
    }

    @Test
    void theSettingsOpenFromTheSidebarAndEscLeavesThem(FxRobot robot) {
        robot.clickOn("#open-settings");
        Eventually.that("they are read", () -> has(robot, "#edit-claude"));
        assertFalse(has(robot, "#jvm-list"));
        robot.type(KeyCode.ESCAPE);
        Eventually.that("the connect screen is back", () -> has(robot, "#jvm-list"));
        robot.clickOn("#open-settings");
        Eventually.that("they are shown", () -> has(robot, "#settings-back"));
        robot.clickOn("#settings-back");
        Eventually.that("the connect screen is back", () -> has(robot, "#jvm-list"));
    }

    @Test
    void theChosenModelIsUsedByTheNextRun(FxRobot robot) {
        connect(robot);
        Eventually.that("the clients are listed", () -> choices(robot).contains("here"));
        assertEquals(
                List.of(
                        "As in the settings",
                        "The built-in rules",
                        "claude",
                        "here",
                        "Ask it twice at most: whom to send out, and what the findings mean",
                        "Set up models …"),
                choices(robot));
        choose(robot, "here");
        assertTrue(sees(robot, "Model: here"));
        robot.clickOn("#investigate");
        Eventually.that("it runs", () -> !session.reasons().isEmpty());
        assertEquals(new ModelChoice.Named("here"), session.asked().model());
        session.play(
                new Script(Samples.RUN)
                        .ended(new io.hotlens.app.trace.Outcome.Completed())
                        .events());
        Eventually.that("it ended", () -> !robot.lookup("#reason").query().isDisabled());
        choose(robot, "The built-in rules");
        robot.clickOn("#investigate");
        Eventually.that("it runs again", () -> session.reasons().size() == 2);
        assertEquals(new ModelChoice.Rules(), session.asked().model());
    }

    @Test
    void aModelThatWasRemovedIsNotChosenAnyMore(FxRobot robot) {
        connect(robot);
        Eventually.that("the clients are listed", () -> choices(robot).contains("here"));
        choose(robot, "here");
        choose(robot, "Set up models …");
        Eventually.that("the settings are shown", () -> has(robot, "#remove-here"));
        robot.clickOn("#remove-here").clickOn("#remove-yes");
        Eventually.that("it is gone", () -> !has(robot, "#remove-here"));
        robot.type(KeyCode.ESCAPE);
        Eventually.that("it is as set up", () -> sees(robot, "Model: as set up"));
        assertFalse(choices(robot).contains("here"));
    }

    @Test
    void aRequestIsShownFirstAndStandsUnderSentAfterwards(FxRobot robot) {
        connect(robot);
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                session.gate().ask(ScriptedEgress.content());
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Eventually.that("it is asked", () -> sees(robot, "Send this one"));
        robot.clickOn("Send this one");
        Eventually.that("the tab counts it", () -> sees(robot, "Sent  1"));
        robot.clickOn("#tab-sent");
        Eventually.that(
                "the exact text is shown",
                () ->
                        has(robot, "#sent-text")
                                && robot.lookup("#sent-text")
                                        .queryAs(TextArea.class)
                                        .getText()
                                        .contains("slow since path-1 grows"));
    }

    @Test
    void aStepLeadsToTheRequestThatWasSent(FxRobot robot) throws InterruptedException {
        connect(robot);
        session.gate().choose(new EgressPolicy(Mode.AUTOMATIC, Set.of()));
        session.gate().ask(Data.of("another one"));
        session.gate().ask(ScriptedEgress.content());
        session.gate().ask(Data.of("another one"));
        session.play(
                new Script(Samples.RUN)
                        .started("slow")
                        .answered("gc", "take_snapshot", 2)
                        .operator("gc", new OperatorEvent.Thought("it is slow"))
                        .events());
        robot.clickOn("#tab-investigate");
        Eventually.that("the steps are shown", () -> has(robot, "#timeline"));
        TreeView<?> timeline = robot.lookup("#timeline").queryAs(TreeView.class);
        robot.interact(
                () ->
                        timeline.getRoot()
                                .getChildren()
                                .forEach(
                                        group ->
                                                group.getChildren()
                                                        .forEach(step -> step.setExpanded(true))));
        String link = "The request that was sent (number 2)";
        Eventually.that("the request is offered", () -> sees(robot, link));
        robot.clickOn(link);
        Eventually.that(
                "its exact text is shown",
                () ->
                        has(robot, "#sent-text")
                                && robot.lookup("#sent-text")
                                        .queryAs(TextArea.class)
                                        .getText()
                                        .contains("slow since path-1 grows"));
    }

    @Test
    void telemetryThatIsChosenWhileATargetIsOpenIsWritten(FxRobot robot) {
        connect(robot);
        Path steps = folder.resolve("steps.jsonl");
        robot.clickOn("#open-settings");
        Eventually.that("they are read", () -> has(robot, "#edit-claude"));
        robot.interact(
                () -> {
                    robot.lookup("#telemetry-file-on")
                            .queryAs(javafx.scene.control.CheckBox.class)
                            .setSelected(true);
                    robot.lookup("#telemetry-file")
                            .queryAs(javafx.scene.control.TextField.class)
                            .setText(steps.toString());
                    robot.lookup("#telemetry-save")
                            .queryAs(javafx.scene.control.Button.class)
                            .fire();
                });
        Eventually.that("the file is begun", () -> Files.exists(steps));
        assertEquals(
                new TelemetryOptions(Optional.of(steps), Optional.empty()),
                settings.read().telemetry());
        session.play(Script.deadlocked().events());
        Eventually.that("it is written", () -> text(steps).contains("investigation.started"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
