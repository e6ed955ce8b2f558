package io.hotlens.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.store.HistoryEntry;
import io.hotlens.app.store.HistoryKeeper;
import io.hotlens.app.store.HistoryOptions;
import io.hotlens.app.store.HistoryQuery;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.support.Earlier;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Samples;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class HistoryViewTest {

    private static final InstantSource TWO =
            InstantSource.fixed(Samples.NOON.plus(Duration.ofHours(2)));

    @TempDir Path folder;
    private HistoryKeeper history;
    private HistoryViewModel model;

    @Start
    void start(Stage stage) {
        history =
                new HistoryKeeper(folder.resolve("history.db"), () -> HistoryOptions.DEFAULT, TWO);
        model =
                new HistoryViewModel(
                        history,
                        new Tasks(work -> Thread.ofVirtual().start(work), new FxThread()),
                        TWO,
                        SkillId::value,
                        (name, _) -> Optional.of(folder.resolve(name)));
        stage.setScene(new Scene(new HistoryView(model).node(), 1000, 900));
        stage.show();
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void keepTwo(FxRobot robot) {
        Earlier.keep(history);
        robot.interact(model::refresh);
        Eventually.that("both are listed", () -> model.entries().size() == 2);
    }

    private static ListView<HistoryEntry> list(FxRobot robot) {
        return robot.lookup("#history-list").queryListView();
    }

    private static void select(FxRobot robot, int... rows) {
        robot.interact(
                () -> {
                    list(robot).getSelectionModel().clearSelection();
                    for (int row : rows) {
                        list(robot).getSelectionModel().select(row);
                    }
                });
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private static boolean has(FxRobot robot, String id) {
        return robot.lookup(id).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    @Test
    void withoutAnythingKeptItSaysWhatWillBeHere(FxRobot robot) {
        robot.interact(model::refresh);
        Eventually.that("it is told", () -> sees(robot, "Nothing has been kept yet"));
        assertFalse(Files.exists(folder.resolve("history.db")));
    }

    @Test
    void oneReadsAsItWasTold(FxRobot robot) {
        keepTwo(robot);
        assertEquals(Earlier.LATER, model.entries().getFirst().id());
        select(robot, 1);
        Eventually.that("it is shown", () -> has(robot, "#history-answer"));
        assertEquals(Samples.insight().summary(), text(robot, "#history-answer"));
        assertTrue(sees(robot, Samples.insight().recommendation()));
        assertTrue(has(robot, "#timeline"));
        assertFalse(has(robot, "#verify-run"), "nothing can be run without the target");
        assertFalse(has(robot, "#history-evidence"));
        robot.interact(() -> robot.lookup(".evidence-chip").<ButtonBase>query().fire());
        assertTrue(has(robot, "#history-evidence"));
        assertTrue(sees(robot, "Evidence of threads: deadlock (unread)"));
    }

    @Test
    void whatDidNotCompleteSaysWhy(FxRobot robot) {
        keepTwo(robot);
        select(robot, 0);
        Eventually.that("it is shown", () -> has(robot, "#history-answer"));
        assertEquals("stopped at a limit: 300 s", text(robot, "#history-answer"));
    }

    @Test
    void twoAreComparedWithTheEarlierOneFirst(FxRobot robot) {
        keepTwo(robot);
        select(robot, 0, 1);
        Eventually.that("both are shown", () -> has(robot, "#history-compared"));
        assertEquals("0 new, 2 gone, 1 the same", text(robot, "#history-compared"));
        var two = (Shown.Two) model.shown().get();
        assertEquals(Samples.RUN, two.before().investigation().id());
    }

    @Test
    void theOneBeforeIsAButtonAway(FxRobot robot) {
        keepTwo(robot);
        select(robot, 0);
        Eventually.that("it is shown", () -> has(robot, "#history-compare"));
        fire(robot, "#history-compare");
        Eventually.that("both are shown", () -> has(robot, "#history-compared"));
    }

    @Test
    void aReportIsWrittenWhereTheUserSays(FxRobot robot) throws IOException {
        keepTwo(robot);
        select(robot, 1);
        Eventually.that("it is shown", () -> has(robot, "#history-export"));
        robot.interact(
                () ->
                        robot.lookup("#history-export")
                                .queryAs(MenuButton.class)
                                .getItems()
                                .getFirst()
                                .fire());
        Eventually.that("it is told", () -> text(robot, "#history-said").startsWith("The report"));
        Path written = folder.resolve("hotlens-checkout-service-01234567.html");
        assertTrue(Files.readString(written).contains("Take the locks in one order everywhere."));
    }

    @Test
    void deletingTakesTwoPresses(FxRobot robot) {
        keepTwo(robot);
        select(robot, 1);
        Eventually.that("it is shown", () -> has(robot, "#history-delete"));
        fire(robot, "#history-delete");
        assertEquals(2, history.find(HistoryQuery.ALL).size());
        fire(robot, "#history-delete-really");
        Eventually.that("it is gone", () -> model.entries().size() == 1);
        assertEquals(
                List.of(Earlier.LATER),
                history.find(HistoryQuery.ALL).stream().map(HistoryEntry::id).toList());
        assertEquals("It was deleted.", text(robot, "#history-said"));
    }

    @Test
    void theSearchAndTheFiltersNarrowTheList(FxRobot robot) {
        keepTwo(robot);
        robot.clickOn("#history-search").write("restart");
        Eventually.that("one is left", () -> model.entries().size() == 1);
        robot.interact(() -> model.text().set(""));
        Eventually.that("all are back", () -> model.entries().size() == 2);
        robot.interact(() -> model.cause().set(Optional.of("deadlock")));
        Eventually.that("one is left", () -> model.entries().size() == 1);
        robot.interact(() -> model.target().set(Optional.of("orders")));
        Eventually.that("none is left", () -> sees(robot, "Nothing matches the filters"));
        assertEquals(List.of("checkout-service"), model.choices().get().targets());
        assertEquals(List.of("deadlock"), model.choices().get().causes());
    }

    @Test
    void aFileThatCannotBeReadIsSaid(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("history.db"), "my diary ".repeat(1_000));
        robot.interact(model::refresh);
        Eventually.that("it is told", () -> sees(robot, "The history cannot be read."));
        assertTrue(model.unreadable().get().orElseThrow().sentence().contains("move it away"));
    }
}
