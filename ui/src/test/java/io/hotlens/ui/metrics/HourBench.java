package io.hotlens.ui.metrics;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.overview.OverviewView;
import io.hotlens.ui.overview.OverviewViewModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// An hour of polling on the overview and the screen of metrics with a board of eight charts, as
/// fast as it can be drawn: what is held after each quarter of an hour, and the last as a ratio to
/// the one before it. The history is full after the second.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class HourBench {

    private static final int METRICS = 90;
    private static final int PINS = 8;
    private static final int QUARTER = 900;

    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOON);
    private final ConnectionState connected = new ConnectionState.Connected(Samples.NOON);
    private final History history = new History(now::get);
    private final ScriptedSession session = new ScriptedSession();
    private final TargetModel target =
            new TargetModel(Samples.target(), FakeSkill.usual(), connected);
    private final List<Metric> metrics = new ArrayList<>();

    @Start
    void start(Stage stage) {
        FakeSkill.usual().forEach(skill -> metrics.addAll(skill.metrics()));
        for (int i = metrics.size(); i < METRICS; i++) {
            metrics.add(FakeSkill.metric("system", "number_" + i, Unit.COUNT));
        }
        var board = new Board();
        metrics.stream().limit(PINS).forEach(one -> board.toggle(new OfMetric(one.id(), false)));
        var tasks = new Tasks(Runnable::run, Runnable::run);
        var view =
                new MetricsView(
                        new MetricsViewModel(
                                target,
                                () -> List.of(target),
                                board,
                                new BeansViewModel(tasks, this::lua, now::get),
                                new AttributeWatch(this::lua, now::get)));
        var overview = new OverviewView(new OverviewViewModel(target, _ -> {}));
        stage.setScene(new Scene(new HBox(overview.node(), view.node()), 1900, 900));
        stage.show();
    }

    private LuaOutcome lua(String code) {
        return session.lua(Optional.empty(), code);
    }

    private void tick(int second) {
        Instant at = now.updateAndGet(then -> then.plusSeconds(1));
        Map<String, Vitals.Vital> byId = new HashMap<>();
        for (Metric metric : metrics) {
            double value = 40 + 30 * Math.sin((second + metric.id().hashCode() % 100) / 30.0);
            history.record(metric, at, Reading.of(value));
            byId.put(
                    metric.id(),
                    new Vitals.Vital(
                            metric,
                            history.latest(metric),
                            window -> history.series(metric, window)));
        }
        target.show(
                new Vitals(
                        at,
                        connected,
                        new ConnectionCost(second, Duration.ofMillis(second), 0.03),
                        "",
                        Normality.NONE,
                        byId));
    }

    @Test
    void anHour(FxRobot robot) {
        var held = new ArrayList<Double>();
        long begin = System.nanoTime();
        for (int quarter = 0; quarter < 4; quarter++) {
            for (int i = 0; i < QUARTER; i++) {
                int second = quarter * QUARTER + i;
                robot.interact(() -> tick(second));
            }
            WaitForAsyncUtils.waitForFxEvents();
            held.add(heldMb());
        }
        double each = (System.nanoTime() - begin) / 1e6 / (4 * QUARTER);
        System.out.printf(
                "an hour of polling, %d metrics, %d charts pinned: held after each quarter %.1f,"
                        + " %.1f, %.1f, %.1f MB; last to third: %.3f; %.1f ms a second of it%n",
                METRICS,
                PINS,
                held.get(0),
                held.get(1),
                held.get(2),
                held.get(3),
                held.get(3) / held.get(2),
                each);
    }

    private static double heldMb() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
    }
}
