package io.hotlens.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.control.TimeChart;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.VitalsTicker;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class OverviewViewTest {

    private final ScriptedSession session = new ScriptedSession();
    private final TargetModel target =
            new TargetModel(Samples.target(), FakeSkill.usual(), session.state());
    private final List<NotificationId> opened = new ArrayList<>();
    private final OverviewViewModel model = new OverviewViewModel(target, opened::add);
    private VitalsTicker ticker;
    private Shown shown;

    @Start
    void start(Stage stage) {
        var scene = new Scene(new OverviewView(model).node(), 1000, 900);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
        shown = new Shown(scene);
        ticker =
                VitalsTicker.start(
                        session, InstantSource.fixed(Samples.NOON), new FxThread(), target::show);
    }

    @BeforeEach
    void fill() {
        Eventually.that("there are values", () -> target.vitals().get().at().equals(Samples.NOON));
    }

    @AfterEach
    void end() {
        ticker.close();
    }

    /// The values of the tiles that have one.
    private String values() {
        return String.join(
                ", ",
                shown.scene().getRoot().lookupAll(".tile-value").stream()
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private Node large() {
        return shown.scene().getRoot().lookupAll(".time-chart").stream()
                .filter(TimeChart.class::isInstance)
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void allChartsPointAtOneInstantWithTheirValuesThen(FxRobot robot) {
        String now = values();
        robot.moveTo(large()).moveBy(-60, 0);
        Eventually.that("the tiles tell the values of then", () -> !values().equals(now));
        assertTrue(model.time().cursor().get().isPresent());
        robot.moveTo("#health");
        Eventually.that("they tell those of now", () -> values().equals(now));
    }

    @Test
    void aZoomHoldsForAllChartsUntilOneGoesBackToNow(FxRobot robot) {
        robot.interact(large()::requestFocus);
        robot.type(KeyCode.EQUALS).push(KeyCode.SHIFT, KeyCode.LEFT);
        assertTrue(model.time().isHeld());
        robot.clickOn("Back to now");
        assertFalse(model.time().moved().get());
    }

    @Test
    void everyGaugeCanHaveItsChartAndEachChartATable(FxRobot robot) {
        robot.clickOn("All charts");
        Eventually.that(
                "all are there",
                () -> shown.scene().getRoot().lookupAll(".chart-pane").size() == 8);
        assertTrue(shown.shows("Longest GC pause"));
        robot.clickOn("All charts");
        robot.interact(
                () ->
                        shown.visit(
                                node -> {
                                    if (node instanceof javafx.scene.control.ToggleButton button
                                            && "The values as a table"
                                                    .equals(button.getAccessibleText())) {
                                        button.fire();
                                    }
                                }));
        TableView<?> table = (TableView<?>) shown.node(".chart-table");
        assertEquals(601, table.getItems().size());
        assertEquals(
                List.of("Time", "Value"),
                table.getColumns().stream().map(column -> column.getText()).toList());
    }

    @Test
    void aNotificationIsOpenedFromItsMark(FxRobot robot) {
        robot.interact(() -> target.apply(Script.deadlocked().events()));
        Eventually.that("marks are there", () -> model.marks().size() == 4);
        robot.interact(
                () -> {
                    model.time().cursor().set(Optional.of(Samples.deadlock().detectedAt()));
                    large().requestFocus();
                });
        robot.type(KeyCode.ENTER);
        assertTrue(target.findings().find(opened.getFirst()).isPresent(), opened::toString);
    }
}
