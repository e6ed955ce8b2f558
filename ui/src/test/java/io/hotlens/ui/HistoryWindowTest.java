package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryQuery;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.ui.connect.Engine;
import io.hotlens.ui.shell.ScreenId;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.ScriptedSettings;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What is investigated in the window is found again in its history, and stays when the target is
/// gone.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class HistoryWindowTest {

    @TempDir Path folder;

    private final ScriptedSession session = new ScriptedSession();
    private HistoryKeeper history;
    private Wiring wiring;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        var settings = new ScriptedSettings(folder);
        history = settings.history();
        wiring =
                new Wiring(
                        primary,
                        new Engine(
                                () -> List.of(Samples.process(4711, "Checkout", "")), _ -> session),
                        new Wiring.Kept(settings.engine(), folder.resolve("recent.json"), history),
                        InstantSource.fixed(Samples.NOON));
        primary.setScene(wiring.scene());
        primary.setWidth(1000);
        primary.setHeight(760);
        primary.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(wiring::close);
    }

    private void connectAndInvestigate(FxRobot robot) {
        connectAndInvestigate(robot, Script.deadlocked().concluded(Samples.insight()));
    }

    private void connectAndInvestigate(FxRobot robot, Script script) {
        Eventually.that("the JVM is listed", () -> !list("#jvm-list").getItems().isEmpty());
        robot.clickOn("#jvm-search").write("checkout").type(KeyCode.ENTER);
        Eventually.that("the target is open", () -> !wiring.shell().targets().isEmpty());
        session.play(script.events());
    }

    private ListView<?> list(String id) {
        return (ListView<?>) stage.getScene().lookup(id);
    }

    private boolean isListed() {
        Node list = stage.getScene().lookup("#history-list");
        return list instanceof ListView<?> view && view.getItems().size() == 1;
    }

    @Test
    void anInvestigationIsFoundAgainWhenItsTargetIsGone(FxRobot robot) {
        connectAndInvestigate(robot);
        robot.interact(() -> wiring.shell().close(wiring.shell().targets().getFirst()));
        Eventually.that("it is kept", () -> history.find(HistoryQuery.ALL).size() == 1);
        robot.clickOn("#open-history");
        Eventually.that("it is listed", this::isListed);
        var entry = (HistoryEntry) list("#history-list").getItems().getFirst();
        assertEquals(Samples.RUN, entry.id());
        robot.interact(() -> list("#history-list").getSelectionModel().select(0));
        Eventually.that(
                "it reads as it was told",
                () ->
                        stage.getScene().lookup("#history-answer") instanceof Labeled answer
                                && answer.getText().equals(Samples.insight().summary()));
    }

    @Test
    void theHistoryOpensFromTheSidebarAndEscLeavesIt(FxRobot robot) {
        robot.clickOn("#open-history");
        assertTrue(wiring.shell().history().get());
        Eventually.that("it is empty", () -> stage.getScene().lookup(".empty-state") != null);
        robot.type(KeyCode.ESCAPE);
        assertTrue(stage.getScene().lookup("#jvm-list") != null);
    }

    @Test
    void theTimelineHasEveryEventOfTheSession(FxRobot robot) {
        connectAndInvestigate(robot);
        robot.interact(() -> wiring.shell().show(ScreenId.TIMELINE));
        Eventually.that(
                "its events are there",
                () ->
                        stage.getScene().lookup("#events-list") instanceof ListView<?> events
                                && events.getItems().size() > 20);
    }

    @Test
    void aRunIsListedWhileItIsWrittenAndWhatIsChosenStaysChosen(FxRobot robot) {
        connectAndInvestigate(robot, Script.deadlocked());
        robot.clickOn("#open-history");
        Eventually.that("it is listed", this::isListed);
        robot.interact(() -> list("#history-list").getSelectionModel().select(0));
        session.play(new Script(Samples.RUN).concluded(Samples.insight()).events());
        Eventually.that("its end is told", () -> listed().cause().isPresent());
        robot.interact(
                () ->
                        assertEquals(
                                List.of(listed()),
                                list("#history-list").getSelectionModel().getSelectedItems()));
        session.play(
                List.of(
                        new AppEvent.InvestigationStarted(
                                Samples.NOON.plusSeconds(3_600),
                                new InvestigationId("f".repeat(32)),
                                "and again")));
        Eventually.that(
                "the next one is listed", () -> list("#history-list").getItems().size() == 2);
        robot.interact(
                () ->
                        assertEquals(
                                1, list("#history-list").getSelectionModel().getSelectedIndex()));
    }

    private HistoryEntry listed() {
        return (HistoryEntry) list("#history-list").getItems().getLast();
    }
}
