package io.hotlens.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.skills.monitor.MonitorEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class MonitorDeskTest {

    private static final Duration LEARNED = Duration.ofHours(3);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch waits = new CountDownLatch(1);
    private final ScriptedModel coordinator = new ScriptedModel();
    private final Stage stage =
            new Stage(coordinator, new ScriptedModel(), FakeSkill.of("gc", "return 1"), 20);
    private final EventBus.Reader events = stage.bus().reader();
    private final List<MonitorStep> steps = new ArrayList<>();

    @AfterEach
    void end() {
        goOn.countDown();
        events.close();
        stage.close();
    }

    /// What the monitor has told until one of `type` came.
    private <S extends MonitorStep> S await(Class<S> type) throws InterruptedException {
        while (true) {
            for (MonitorStep step : steps) {
                if (type.isInstance(step)) {
                    return type.cast(step);
                }
            }
            for (AppEvent event : events.await(Duration.ofMillis(100))) {
                if (event instanceof AppEvent.FromMonitor(_, MonitorStep step)) {
                    steps.add(step);
                }
            }
        }
    }

    private boolean noticed(Class<? extends MonitorEvent> type) {
        return steps.stream()
                .anyMatch(
                        step ->
                                step instanceof MonitorStep.Noticed(MonitorEvent event)
                                        && type.isInstance(event));
    }

    private void investigationsWait() {
        coordinator.then(
                _ -> {
                    waits.countDown();
                    goOn.await();
                    return coordinator.call("done", "");
                });
    }

    @Test
    void whatStaysOddIsInvestigatedWithItsNumbers() throws InterruptedException {
        investigationsWait();
        try (WatchedStage watched = stage.watch(WatchedStage.choices(true, 3), List.of())) {
            watched.calm(LEARNED);
            watched.odd(LONG);
            MonitorStep.Triggered triggered = await(MonitorStep.Triggered.class);
            assertTrue(noticed(MonitorEvent.LearningComplete.class));
            assertTrue(noticed(MonitorEvent.Escalated.class));
            assertTrue(triggered.reason().startsWith("gc.live_set_mb is "), triggered.reason());
            assertTrue(triggered.reason().contains("expected "), triggered.reason());
        }
    }

    @Test
    void aPersonsInvestigationTakesThePlaceOfOurs() throws InterruptedException {
        investigationsWait();
        coordinator.then(_ -> coordinator.call("done", ""));
        try (WatchedStage watched = stage.watch(WatchedStage.choices(true, 3), List.of())) {
            watched.calm(LEARNED);
            watched.odd(LONG);
            await(MonitorStep.Triggered.class);
            Investigations.Handle ours = stage.running().getFirst();
            waits.await();
            stage.investigate("mine").await();
            assertEquals("cancelled", ours.await().outcome().word());
        }
    }

    @Test
    void nothingBeginsBesideARunningOne() throws InterruptedException {
        investigationsWait();
        stage.investigate("mine");
        try (WatchedStage watched = stage.watch(WatchedStage.choices(true, 3), List.of())) {
            watched.calm(LEARNED);
            watched.odd(LONG);
            assertEquals(
                    "an investigation is under way", await(MonitorStep.NotTriggered.class).why());
        }
    }

    @Test
    void oneSwitchKeepsItFromInvestigating() throws InterruptedException {
        try (WatchedStage watched = stage.watch(WatchedStage.choices(false, 3), List.of())) {
            watched.calm(LEARNED);
            watched.odd(LONG);
            await(MonitorStep.Alerted.class);
            assertTrue(noticed(MonitorEvent.Escalated.class));
            assertEquals(List.of(), stage.running());
        }
    }

    @Test
    void aRuleOfTheUserIsANotificationWithASnapshot() throws InterruptedException {
        try (WatchedStage watched = stage.watch(WatchedStage.choices(false, 3), List.of())) {
            watched.odd(Duration.ofMinutes(1));
            var alert = await(MonitorStep.Alerted.class).notification();
            assertEquals("gc", alert.operator().value());
            assertTrue(alert.observation().endsWith("the rule 'live_set_mb > 500 for 30 s' holds"));
            assertEquals(1, alert.snapshots().size());
        }
    }

    @Test
    void whatWasLearnedIsKeptOnceItIsEnough() {
        WatchedStage shorter = stage.watch(WatchedStage.choices(false, 3), List.of());
        shorter.calm(Duration.ofMinutes(5));
        shorter.close();
        assertEquals(List.of(), shorter.kept());
        WatchedStage longer = stage.watch(WatchedStage.choices(false, 3), List.of());
        longer.calm(LEARNED);
        longer.close();
        assertFalse(longer.kept().isEmpty());
        try (WatchedStage next = stage.watch(WatchedStage.choices(false, 3), longer.kept())) {
            assertInstanceOf(
                    io.hotlens.skills.monitor.DetectorState.Watching.class,
                    next.monitor().status().state());
        }
    }
}
