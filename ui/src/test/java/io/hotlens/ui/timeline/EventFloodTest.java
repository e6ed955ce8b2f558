package io.hotlens.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.EventBus;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.EventLine;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.Flood;
import io.hotlens.ui.support.Samples;

import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.ArrayList;
import java.util.List;

/// What a flood of events may cost the screen, counted and not timed: one change of the list for a
/// batch, no more lines than are kept, no more cells than fit.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class EventFloodTest {

    private static final int EVENTS = 60_000;
    private static final int MOST_CELLS = 60;

    private final EventBus bus = new EventBus();
    private EventLog log;
    private TimelineViewModel model;

    @Start
    void start(Stage stage) {
        log = EventLog.follow(bus, new FxThread(), Samples.NAMES);
        model = new TimelineViewModel(log, List.of());
        stage.setScene(new Scene(new TimelineView(model).node(), 1000, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aBatchIsOneChangeAndOnlyWhatIsSeenIsDrawn(FxRobot robot) {
        var changes = new ArrayList<Integer>();
        var batches = new ArrayList<Integer>();
        robot.interact(
                () -> {
                    log.listen(batch -> batches.add(batch.size()));
                    model.shown()
                            .addListener(
                                    (ListChangeListener<EventLine>)
                                            _ -> changes.add(model.shown().size()));
                });
        Flood.of(bus, EVENTS);
        Eventually.that("the last one is there", () -> last().endsWith("step " + EVENTS));
        robot.interact(
                () -> {
                    assertEquals(batches.size(), changes.size());
                    assertEquals(EventLog.KEPT, model.shown().size());
                    int cells = robot.lookup(".list-cell").queryAll().size();
                    assertTrue(cells < MOST_CELLS, () -> cells + " cells");
                });
    }

    private String last() {
        return model.shown().isEmpty() ? "" : model.shown().getFirst().words();
    }
}
