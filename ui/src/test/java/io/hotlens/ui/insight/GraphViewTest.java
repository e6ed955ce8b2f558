package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/// The screen of conclusions: the graph is walked, zoomed, read and saved.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class GraphViewTest {

    @TempDir Path folder;
    private final List<NotificationId> opened = new CopyOnWriteArrayList<>();
    private final List<Insight> verified = new CopyOnWriteArrayList<>();
    private InsightViewModel model;
    private Shown shown;

    @Start
    void start(Stage stage) {
        var tasks = new Tasks(work -> Thread.ofVirtual().start(work), new FxThread());
        var target =
                new TargetModel(
                        Samples.target(),
                        FakeSkill.usual(),
                        new ConnectionState.Connected(Samples.NOON));
        model =
                new InsightViewModel(
                        target, tasks, new InsightViewModel.Links(opened::add, verified::add));
        var view = new InsightView(model, (name, _) -> Optional.of(folder.resolve(name)), tasks);
        var scene = new Scene(view.node(), 1000, 900);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
        shown = new Shown(scene);
        List<AppEvent> events =
                Script.deadlocked()
                        .concluded(Samples.insight())
                        .concluded(Samples.guess())
                        .events();
        target.apply(events);
    }

    private void drawn() {
        Eventually.that("the graph is drawn", () -> shown.has(".graph-root"));
    }

    private static Button button(FxRobot robot, String selector) {
        return robot.lookup(selector).queryButton();
    }

    private static void fire(FxRobot robot, String selector) {
        robot.interact(() -> button(robot, selector).fire());
    }

    private double zoom() {
        return ((Viewport) shown.node("#graph")).zoom().get();
    }

    @Test
    void arrowKeysWalkFromCauseToSymptomAndTheEvidenceIsOneKeyAway(FxRobot robot) {
        drawn();
        robot.interact(() -> button(robot, ".graph-root").requestFocus());
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertEquals(List.of(Samples.starvation().id()), opened);
    }

    @Test
    void theRootCauseIsReadOutAsSuchWithItsPlaceInTime(FxRobot robot) {
        drawn();
        String said = button(robot, ".graph-root").getAccessibleText();
        assertTrue(said.startsWith("root cause, deadlock: 2 threads wait"), said);
        assertTrue(said.contains("1 of 3 in time; causes thread_pool_starvation"), said);
    }

    @Test
    void eachKindOfCorrelationHasItsOwnLine(FxRobot robot) {
        drawn();
        assertEquals(2, robot.lookup(".edge-causal.graph-edge").queryAll().size());
        assertEquals(3, robot.lookup(".edge-tip").queryAll().size());
        assertEquals(1, robot.lookup(".edge-temporal.graph-edge").queryAll().size());
        assertEquals(0, robot.lookup(".edge-ungrounded").queryAll().size());
        assertTrue(shown.shows("2 s later"));
        robot.interact(() -> model.selected().set(Optional.of(Samples.guess())));
        Eventually.that("the guess is drawn", () -> shown.has(".graph-hidden"));
        assertEquals(2, robot.lookup(".edge-symptomatic.graph-edge").queryAll().size());
        assertEquals(2, robot.lookup(".edge-ungrounded").queryAll().size());
    }

    @Test
    void keysAndButtonsZoomAndTheWholeGraphComesBack(FxRobot robot) {
        drawn();
        robot.interact(() -> button(robot, ".graph-root").requestFocus());
        robot.type(KeyCode.DIGIT0);
        double whole = zoom();
        robot.type(KeyCode.PLUS);
        assertEquals(whole * 1.25, zoom(), 0.001);
        fire(robot, "#graph-farther");
        fire(robot, "#graph-farther");
        assertEquals(whole / 1.25, zoom(), 0.001);
        fire(robot, "#graph-whole");
        assertEquals(whole, zoom(), 0.001);
    }

    @Test
    void theNodeThatIsWalkedToIsMovedIntoSight(FxRobot robot) {
        drawn();
        for (int i = 0; i < 6; i++) {
            fire(robot, "#graph-closer");
        }
        Button root = button(robot, ".graph-root");
        robot.interact(root::requestFocus);
        robot.interact(() -> assertTrue(isSeen(root)));
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        robot.interact(() -> assertTrue(isSeen(shown.scene().getFocusOwner())));
        assertNotEquals(root, shown.scene().getFocusOwner());
    }

    private boolean isSeen(Node node) {
        var there = node.localToScene(node.getLayoutBounds());
        var frame = shown.node("#graph").localToScene(shown.node("#graph").getLayoutBounds());
        return frame.intersects(there) && frame.contains(there.getMinX(), there.getMinY());
    }

    @Test
    void everyStatementOfTheListOpensItsEvidence(FxRobot robot) {
        drawn();
        assertTrue(shown.shows("deadlock causes thread_pool_starvation"));
        robot.interact(
                () ->
                        robot.lookup(".evidence-chip").queryAllAs(Button.class).stream()
                                .filter(chip -> chip.getText().equals("queue_backlog"))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        assertEquals(List.of(Samples.backlog().id()), opened);
        fire(robot, "#verify-run");
        assertEquals(List.of(Samples.insight()), verified);
    }

    @Test
    void theGraphIsSavedAsSvgAndAsPng(FxRobot robot) throws IOException {
        drawn();
        String name = "hotlens-deadlock-" + Samples.insight().id();
        fire(robot, "#graph-svg");
        Path svg = folder.resolve(name + ".svg");
        Eventually.that("it says so", () -> said().equals("The graph is in " + svg + "."));
        assertTrue(Files.readString(svg).contains("12,480 tasks are queued"));
        fire(robot, "#graph-png");
        Path png = folder.resolve(name + ".png");
        Eventually.that("it says so", () -> said().equals("The graph is in " + png + "."));
        var picture = ImageIO.read(png.toFile());
        assertTrue(picture.getWidth() > 1000, () -> picture.getWidth() + " wide");
        long colours =
                IntStream.range(0, picture.getWidth())
                        .map(x -> picture.getRGB(x, picture.getHeight() / 2))
                        .distinct()
                        .count();
        assertTrue(colours > 3, () -> "only " + colours + " colours across");
    }

    @Test
    void aFolderThatIsNotThereIsSaidPlainly(FxRobot robot) throws IOException {
        drawn();
        Files.delete(folder);
        fire(robot, "#graph-svg");
        Eventually.that("it says so", () -> said().contains("cannot be written"));
    }

    private String said() {
        return ((Labeled) shown.node("#graph-said")).getText();
    }
}
