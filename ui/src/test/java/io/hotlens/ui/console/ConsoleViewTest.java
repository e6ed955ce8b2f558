package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Shown;

import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is done in the console by the mouse.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class ConsoleViewTest {

    private static final LuaOutcome POOLS =
            new LuaOutcome.Value(
                    Data.items(List.of(pool("http", 8), pool("jobs", 2))),
                    List.of(),
                    List.of(),
                    OptionalLong.empty(),
                    Duration.ofMillis(3));

    private ConsoleViewModel model;
    private Shown shown;

    private static Data.Fields pool(String name, int busy) {
        return Data.fields().put("name", name).put("busy", busy).build();
    }

    @Start
    void start(Stage stage) {
        var tasks = new Tasks(work -> Thread.ofVirtual().start(work), new FxThread());
        model =
                new ConsoleViewModel(
                        FakeSkill.usual(),
                        tasks,
                        new ConsoleViewModel.Scripts(_ -> POOLS, _ -> POOLS));
        var files =
                new ScriptFiles() {
                    @Override
                    public Optional<Path> open() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Path> save(String fileName) {
                        return Optional.empty();
                    }
                };
        var desk =
                new ScriptDesk(
                        model,
                        tasks,
                        new ScriptDesk.Ways(
                                files, List::of, draft -> Path.of("skills", draft.id().value())));
        stage.setScene(new Scene(new ConsoleView(model, desk).node(), 1000, 700));
        stage.show();
        shown = new Shown(stage.getScene());
    }

    @Test
    void rowsAreATreeATableAndBars(FxRobot robot) {
        robot.interact(() -> model.run("return pools()"));
        Eventually.that("it has answered", () -> shown.has(".console-entry .data-tree"));
        robot.clickOn("#as-table");
        TableView<?> table = (TableView<?>) shown.node(".result-table");
        assertEquals(2, table.getItems().size());
        assertEquals(
                List.of("name", "busy"),
                table.getColumns().stream().map(column -> column.getText()).toList());
        robot.clickOn("#as-chart");
        List<Double> bars =
                shown.scene().getRoot().lookupAll(".row-bar").stream()
                        .map(bar -> ((ProgressBar) bar).getProgress())
                        .toList();
        assertEquals(List.of(1.0, 0.25), bars.stream().sorted((a, b) -> b.compareTo(a)).toList());
        assertTrue(shown.shows("jobs"));
    }

    @Test
    void theFormOfASkillStaysUntilItIsMade(FxRobot robot) {
        robot.interact(
                () -> {
                    model.code().set("return 1");
                    ((MenuButton) shown.node("#console-script"))
                            .getItems().stream()
                                    .filter(item -> "script-skill".equals(item.getId()))
                                    .forEach(item -> item.fire());
                });
        robot.clickOn("#skill-id").write("My skill").clickOn("#skill-make");
        Eventually.that("it says why", () -> shown.shows("2 to 31 lower-case letters or digits"));
        robot.interact(() -> ((TextField) shown.node("#skill-id")).setText("mine"));
        robot.clickOn("#skill-make");
        Eventually.that("it is made", () -> shown.shows("The skill mine is in skills"));
        assertFalse(shown.shows("Id: lower-case letters and digits"), "the form is gone");
    }
}
