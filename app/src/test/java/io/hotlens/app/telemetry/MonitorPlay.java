package io.hotlens.app.telemetry;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.event.EventBus;
import io.hotlens.app.fixture.FakeSkill;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.session.Stage;
import io.hotlens.app.session.WatchedStage;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A monitor under which everything happens that can.
final class MonitorPlay {

    private MonitorPlay() {}

    /// Learns, raises an alert, escalates into an investigation, beside it and once too often,
    /// cools down, and goes on after a restart.
    static void play(Consumer<TelemetryEvent> seen) throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var coordinator = new ScriptedModel();
        for (int run = 0; run < 2; run++) {
            coordinator.then(
                    _ -> {
                        hanging.await();
                        return coordinator.call("done", "");
                    });
        }
        try (var stage = new Stage(coordinator, new ScriptedModel(), FakeSkill.of("gc", ""), 20);
                EventBus.Reader events = stage.bus().reader();
                TelemetryFeed _ = Telemetry.subscribe(stage.bus(), seen)) {
            WatchedStage first = stage.watch(WatchedStage.choices(true, 1), List.of());
            first.calm(Duration.ofHours(3));
            first.odd(Duration.ofMinutes(4));
            Investigations.Handle running = stage.running().getFirst();
            running.cancel();
            running.await();
            first.calm(Duration.ofMinutes(15));
            first.odd(Duration.ofMinutes(4));
            awaitAlert(events);
            first.close();
            stage.investigate("it is slow");
            try (WatchedStage second = stage.watch(WatchedStage.choices(true, 1), first.kept())) {
                second.calm(Duration.ofHours(2));
                second.worse(Duration.ofMinutes(4));
            }
        }
    }

    private static void awaitAlert(EventBus.Reader events) throws InterruptedException {
        while (events.await(Duration.ofMillis(100)).stream()
                .noneMatch(
                        event ->
                                event instanceof AppEvent.FromMonitor(_, var step)
                                        && step instanceof MonitorStep.Alerted)) {
            Thread.onSpinWait();
        }
    }
}
