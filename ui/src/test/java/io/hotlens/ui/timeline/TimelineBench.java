package io.hotlens.ui.timeline;

import io.hotlens.app.event.EventBus;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.fx.FxThread;
import io.hotlens.ui.model.EventLog;
import io.hotlens.ui.support.Flood;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

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

    private final AnimationTimer watchdog =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.add(now);
                }
            };

    @Start
    void start(Stage stage) {
        EventLog log = EventLog.follow(bus, new FxThread(), SkillId::value);
        var view = new TimelineView(new TimelineViewModel(log, List.of()));
        stage.setScene(new Scene(view.node(), 1000, 800));
        stage.show();
    }

    @Test
    void tenThousandEventsASecond(FxRobot robot) {
        publish(WARM_UP_SECONDS);
        robot.interact(watchdog::start);
        publish(SECONDS);
        robot.interact(watchdog::stop);
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < frames.size(); i++) {
            gaps.add((frames.get(i) - frames.get(i - 1)) / 1e6);
        }
        gaps.sort(Double::compare);
        double worst = gaps.getLast();
        System.out.printf(
                "timeline, %,d events/s for %d s: %d frames, median %.1f ms, 99 %% %.1f ms, worst"
                        + " %.1f ms; ratio to the limit of %.0f ms: %.2f%n",
                PER_SECOND,
                SECONDS,
                gaps.size(),
                gaps.get(gaps.size() / 2),
                gaps.get(gaps.size() * 99 / 100),
                worst,
                LIMIT_MS,
                worst / LIMIT_MS);
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
