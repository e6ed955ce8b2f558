package io.hotlens.ui.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.trace.InvestigationId;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.model.VitalsTicker;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedMonitor;
import io.hotlens.ui.support.ScriptedSession;

import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class MonitorViewTest {

    private final ScriptedSession session = new ScriptedSession();
    private final TargetModel model =
            new TargetModel(Samples.target(), FakeSkill.usual(), session.state());
    private final List<InvestigationId> opened = new ArrayList<>();
    private VitalsTicker ticker;

    @Start
    void start(Stage stage) {
        var view = new MonitorView(new MonitorViewModel(model, opened::add));
        stage.setScene(new Scene(view.node(), 1000, 900));
        stage.show();
        ticker =
                VitalsTicker.start(
                        session, InstantSource.fixed(Samples.NOON), new FxThread(), model::show);
    }

    @AfterEach
    void end() {
        ticker.close();
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup(text).match(NodeQueryUtils.isVisible()).tryQuery().isPresent();
    }

    private void escalated(FxRobot robot) {
        robot.interact(() -> model.apply(Script.deadlocked().events()));
        robot.interact(() -> model.apply(ScriptedMonitor.told()));
    }

    @Test
    void aMetricIsToldWithWhatIsExpectedAndTheOddOneStandsFirst(FxRobot robot) {
        Eventually.that("the metrics are there", () -> sees(robot, "jvm.live_threads"));
        ListView<?> metrics = robot.lookup("#monitor-metrics").queryListView();
        assertTrue(metrics.getItems().getFirst().toString().contains("live_threads"));
        assertFalse(sees(robot, "Nothing is expected of it yet."));
    }

    @Test
    void aRuleThatWatchesNothingIsTold(FxRobot robot) {
        Eventually.that(
                "it is told",
                () ->
                        sees(
                                robot,
                                "Your rule “heap_usd_pct > 90 for 2 min” watches nothing: this"
                                        + " target has no metric heap_usd_pct. Did you mean"
                                        + " jvm.heap_used_pct?"));
    }

    @Test
    void anEscalationSaysWhatCameOfIt(FxRobot robot) {
        escalated(robot);
        Eventually.that("it is told", () -> sees(robot, "Found 3 so far; looking for the cause."));
        robot.interact(
                () -> model.apply(new Script(Samples.RUN).concluded(Samples.insight()).events()));
        Eventually.that("it is told", () -> sees(robot, Samples.insight().summary()));
    }

    @Test
    void anInvestigationThatBeganByItselfIsOpenedByItsLine(FxRobot robot) {
        escalated(robot);
        Eventually.that("it is there", () -> sees(robot, "Show the investigation"));
        robot.interact(
                () -> robot.lookup("Show the investigation").queryAs(Hyperlink.class).fire());
        assertEquals(List.of(Samples.RUN), opened);
        robot.clickOn("#monitor-log").type(KeyCode.HOME).type(KeyCode.ENTER);
        assertEquals(Set.of(Samples.RUN), Set.copyOf(opened));
        assertEquals(2, opened.size());
    }

    @Test
    void aLineWhoseInvestigationIsNotKnownLeadsNowhere(FxRobot robot) {
        robot.interact(() -> model.apply(ScriptedMonitor.told()));
        Eventually.that("it is told", () -> model.monitorLog().lines().size() == 4);
        assertFalse(sees(robot, "Show the investigation"));
    }
}
