package io.hotlens.ui.timeline;

import io.hotlens.app.event.EventBus;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.support.Flood;
import io.hotlens.ui.support.Frames;
import io.hotlens.ui.support.FxWatchdog;
import io.hotlens.ui.support.Samples;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Ten thousand events a second into the timeline: the longest frame as a ratio to its limit.
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension calls start before every test
final class TimelineBench {

    private static final int PER_SECOND = 10_000;
    private static final int SECONDS = 10;
    private static final int WARM_UP_SECONDS = 3;
    private static final double LIMIT_MS = 50;
    private static final int BURST = 100;

    private final EventBus bus = new EventBus();
    private final List<Long> frames = new ArrayList<>();

    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.add(now);
                }
            };

    @Start
    void start(Stage stage) {
        EventLog log = EventLog.follow(bus, new FxThread(), Samples.NAMES);
        var view = new TimelineView(new TimelineViewModel(log, List.of()));
        stage.setScene(new Scene(view.node(), 1000, 800));
        stage.show();
    }

    @Test
    void tenThousandEventsASecond(FxRobot robot) {
        publish(WARM_UP_SECONDS);
        var watched = FxWatchdog.start(Duration.ofMillis(2));
        try (watched) {
            robot.interact(timer::start);
            publish(SECONDS);
            robot.interact(timer::stop);
        }
        Frames gaps = Frames.between(frames);
        System.out.printf(
                "timeline, %,d events/s for %d s: %d frames, median %.1f ms, 99 %% %.1f ms, worst"
                        + " %.1f ms; ratio to the limit of %.0f ms: %.2f%n",
                PER_SECOND,
                SECONDS,
                gaps.gapsMs().size(),
                gaps.quantileMs(0.5),
                gaps.quantileMs(0.99),
                gaps.worstMs(),
                LIMIT_MS,
                gaps.worstMs() / LIMIT_MS);
        double held =
                watched.longest().map(FxWatchdog.Block::held).orElse(Duration.ZERO).toNanos() / 1e6;
        System.out.printf(
                "timeline: the longest hold by us %.1f ms; ratio to the limit of %.0f ms: %.2f%n",
                held, LIMIT_MS, held / LIMIT_MS);
    }

    /// A burst each hundredth of a second.
    private void publish(int seconds) {
        long next = System.nanoTime();
        for (int burst = 0; burst < seconds * PER_SECOND / BURST; burst++) {
            Flood.of(bus, BURST);
            next += 1_000_000_000L * BURST / PER_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
