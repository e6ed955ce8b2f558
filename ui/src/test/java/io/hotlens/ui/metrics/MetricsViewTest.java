package io.hotlens.ui.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.metrics.Pin.OfAttribute;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.VitalsTicker;
import io.hotlens.ui.support.BeanSamples;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;
import io.hotlens.ui.support.Shown;
import io.hotlens.ui.theme.Look;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class MetricsViewTest {

    private final ScriptedSession session = new ScriptedSession();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), new FxThread());
    private final TargetModel target =
            new TargetModel(Samples.target(), FakeSkill.usual(), session.state());
    private final TargetModel other =
            new TargetModel(Samples.target(), FakeSkill.usual(), session.state());
    private final Board board = new Board();
    private final AttributeWatch watch =
            AttributeWatch.start(code -> session.lua(Optional.empty(), code), clock);
    private List<VitalsTicker> tickers = List.of();
    private Shown shown;

    @Start
    void start(Stage stage) {
        BeanSamples.answer(session);
        var beans = new BeansViewModel(tasks, code -> session.lua(Optional.empty(), code), clock);
        var view =
                new MetricsView(
                        new MetricsViewModel(
                                target, () -> List.of(target, other), board, beans, watch));
        var scene = new Scene(view.node(), 1000, 900);
        new Look().dress(scene);
        stage.setScene(scene);
        stage.show();
        shown = new Shown(scene);
        tickers =
                List.of(
                        VitalsTicker.start(session, clock, tasks.screen(), target::show),
                        VitalsTicker.start(session, clock, tasks.screen(), other::show));
    }

    @AfterEach
    void end() {
        tickers.forEach(VitalsTicker::close);
        watch.close();
    }

    private long charts() {
        return shown.scene().getRoot().lookupAll(".pinned").stream()
                .filter(ChartPane.class::isInstance)
                .count();
    }

    @Test
    void aMetricIsFoundPinnedAndCompared(FxRobot robot) {
        Eventually.that("metrics are listed", () -> shown.shows("jvm.heap_used_pct"));
        assertTrue(shown.shows("The board is empty"));
        robot.clickOn("#metric-filter").write("used heap");
        assertEquals(List.of("jvm.heap_used_pct"), ids());
        robot.clickOn("jvm.heap_used_pct");
        robot.clickOn("#metric-pin");
        assertEquals(List.of(new OfMetric("jvm.heap_used_pct", false)), board.pins().get());
        Eventually.that("it is on the board", () -> charts() == 1);
        robot.clickOn("#metric-compare");
        Eventually.that("each target has its line", () -> shown.shows("checkout-service ("));
        robot.clickOn("#metric-pin");
        Eventually.that("both are on the board", () -> charts() == 2);
        assertTrue(shown.shows("2 on the board."));
    }

    private List<String> ids() {
        return shown.list("#metric-list").getItems().stream()
                .map(item -> ((io.hotlens.skills.metric.Metric) item).id())
                .toList();
    }

    @Test
    void aPartOfAnAttributeIsFoundChartedAndPinned(FxRobot robot) {
        robot.clickOn("#of-mbeans");
        Eventually.that("domains are listed", () -> shown.shows("15 beans"));
        robot.clickOn("#bean-query").write("memory");
        Eventually.that("beans are listed", () -> shown.shows(BeanSamples.MEMORY));
        robot.clickOn(BeanSamples.MEMORY);
        Eventually.that("attributes are listed", () -> shown.shows("HeapMemoryUsage"));
        TableView<?> table = (TableView<?>) shown.node("#bean-attributes");
        robot.interact(() -> table.getSelectionModel().select(0));
        TreeView<?> tree = (TreeView<?>) shown.node("#bean-tree");
        robot.interact(() -> select(tree, 3));
        Eventually.that("it is read", () -> !watch.series(used()).isEmpty());
        Eventually.that("it is drawn", () -> shown.shows("HeapMemoryUsage.used"));
        robot.interact(() -> shown.node("#attribute-pin").requestFocus());
        robot.type(KeyCode.SPACE);
        assertEquals(List.of(used()), board.pins().get());
        Eventually.that("it is on the board", () -> charts() == 1);
    }

    private static OfAttribute used() {
        return new OfAttribute(BeanSamples.MEMORY, "HeapMemoryUsage", List.of("used"));
    }

    private static <T> void select(TreeView<T> tree, int child) {
        TreeItem<T> item = tree.getRoot().getChildren().get(child);
        tree.getSelectionModel().select(item);
    }
}
