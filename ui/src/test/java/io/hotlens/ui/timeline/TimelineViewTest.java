package io.hotlens.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.operator.OperatorEvent;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.EventKind;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.model.EventNames;
import io.hotlens.ui.support.Eventually;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;

import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class TimelineViewTest {

    private final EventBus bus = new EventBus();
    private EventLog log;
    private TimelineViewModel model;

    @Start
    void start(Stage stage) {
        log =
                EventLog.follow(
                        bus,
                        new FxThread(),
                        new EventNames(
                                SkillId::value,
                                id ->
                                        Optional.of(Samples.deadlock())
                                                .filter(known -> known.id().equals(id))));
        model = new TimelineViewModel(log, FakeSkill.usual());
        stage.setScene(new Scene(new TimelineView(model).node(), 1000, 700));
        stage.show();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private List<AppEvent> play() {
        return play(0);
    }

    /// @param before how many were there
    private List<AppEvent> play(int before) {
        List<AppEvent> events = Script.deadlocked().concluded(Samples.insight()).events();
        events.forEach(bus::publish);
        Eventually.that("they are there", () -> log.size() == events.size() + before);
        return events;
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void everyEventIsThereNewestFirst() {
        List<AppEvent> events = play();
        assertEquals(events.size(), model.shown().size());
        assertEquals("ended: done", model.shown().getFirst().words());
        assertEquals("began: requests hang since noon", model.shown().getLast().words());
    }

    @Test
    void innerStepsAreToldByTheNamesOfTelemetry() {
        bus.publish(
                new Script(Samples.RUN)
                        .operator("threads", new OperatorEvent.ScriptStarted("return 1"))
                        .events()
                        .getFirst());
        Eventually.that("it is there", () -> log.size() == 1);
        assertEquals(EventKind.INNER, model.shown().getFirst().kind());
        assertTrue(
                model.shown().getFirst().words().startsWith("operator."),
                model.shown().getFirst()::words);
    }

    @Test
    void aChangedNotificationIsToldByWhatItSays() {
        bus.publish(
                new AppEvent.NotificationChanged(
                        Samples.NOON, Samples.deadlock().id(), NotificationStatus.RESOLVED));
        bus.publish(
                new AppEvent.NotificationChanged(
                        Samples.NOON, Samples.backlog().id(), NotificationStatus.RESOLVED));
        Eventually.that("both are there", () -> log.size() == 2);
        assertEquals(
                "now resolved: deadlock: " + Samples.deadlock().observation(),
                model.shown().getLast().words());
        assertEquals("now resolved: " + Samples.backlog().id(), model.shown().getFirst().words());
    }

    @Test
    void kindsSkillsAndWordsNarrowIt(FxRobot robot) {
        play();
        robot.interact(() -> model.skill().set(Optional.of(new SkillId("heap"))));
        assertTrue(model.shown().stream().allMatch(line -> line.who().equals("heap")));
        int ofHeap = model.shown().size();
        robot.interact(() -> model.choose(EventKind.OPERATOR, false));
        assertEquals(0, model.shown().size());
        robot.interact(() -> model.choose(EventKind.OPERATOR, true));
        assertEquals(ofHeap, model.shown().size());
        robot.interact(() -> model.skill().set(Optional.empty()));
        robot.clickOn("#events-search").write("12,480 TASKS");
        assertEquals(1, model.shown().size());
        assertTrue(text(robot, "#events-sentence").startsWith("1 of "));
    }

    @Test
    void whatComesLaterPassesTheFiltersToo(FxRobot robot) {
        robot.interact(() -> model.choose(EventKind.CONNECTION, false));
        bus.publish(
                new AppEvent.ConnectionChanged(
                        Samples.NOON, new ConnectionState.Lost(Samples.NOON, "no answer")));
        List<AppEvent> events = play(1);
        assertEquals(events.size(), model.shown().size());
    }

    @Test
    void aPauseHoldsTheListStillAndNothingIsLost(FxRobot robot) {
        int first = play().size();
        robot.clickOn("#events-pause");
        int more = play(first).size();
        assertEquals(first, model.shown().size());
        assertTrue(text(robot, "#events-sentence").contains("Paused, " + more + " new."));
        robot.clickOn("#events-pause");
        assertEquals(first + more, model.shown().size());
        assertFalse(text(robot, "#events-sentence").contains("Paused"));
    }

    @Test
    void aChosenLineIsShownInFullAndHoldsTheList(FxRobot robot) {
        play();
        ListView<?> list = robot.lookup("#events-list").queryListView();
        robot.interact(() -> list.getSelectionModel().select(0));
        assertTrue(model.paused().get());
        assertTrue(text(robot, "#events-whole").endsWith("ended: done"));
    }
}
