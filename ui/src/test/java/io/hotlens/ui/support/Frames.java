package io.hotlens.ui.support;

import javafx.animation.AnimationTimer;

import org.testfx.api.FxRobot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// The times between frames while something moves.
///
/// @param gapsMs in ascending order, one at least
public record Frames(List<Double> gapsMs) {

    private static final double NANOS = 1e6;

    public Frames {
        if (gapsMs.isEmpty()) {
            throw new IllegalArgumentException("no frame was shown");
        }
        gapsMs = gapsMs.stream().sorted().toList();
    }

    /// Moves on every frame for so long.
    ///
    /// @param move given the number of the frame, from 0
    public static Frames of(FxRobot robot, Duration time, IntConsumer move) {
        var at = new ArrayList<Long>();
        var timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        move.accept(at.size());
                        at.add(now);
                    }
                };
        robot.interact(timer::start);
        Eventually.that(
                "it has moved for " + time.toSeconds() + " s",
                () -> !at.isEmpty() && at.getLast() - at.getFirst() >= time.toNanos());
        robot.interact(timer::stop);
        return between(at);
    }

    /// @param at when each frame was shown, in nanoseconds
    public static Frames between(List<Long> at) {
        var gaps = new ArrayList<Double>();
        for (int i = 1; i < at.size(); i++) {
            gaps.add((at.get(i) - at.get(i - 1)) / NANOS);
        }
        return new Frames(gaps);
    }

    public double perSecond() {
        return 1e3 * gapsMs.size() / gapsMs.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// @param share from 0 to 1: 0.5 for the median
    public double quantileMs(double share) {
        return gapsMs.get((int) Math.min(gapsMs.size() - 1L, (long) (gapsMs.size() * share)));
    }

    public double worstMs() {
        return gapsMs.getLast();
    }
}
