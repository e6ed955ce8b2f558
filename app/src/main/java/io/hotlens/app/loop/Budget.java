package io.hotlens.app.loop;

import java.time.Duration;
import java.util.Optional;

/// How far a run may go.
///
/// @param iterations tool calls, answers that could not be used included
/// @param time from the start of the run; empty for a run that is ended by its user
public record Budget(int iterations, Optional<Duration> time) {

    public static final int DEFAULT_ITERATIONS = 25;

    public Budget {
        if (iterations < 1) {
            throw new IllegalArgumentException("a run needs at least one iteration");
        }
    }

    public static Budget of(int iterations, Duration time) {
        return new Budget(iterations, Optional.of(time));
    }

    /// 25 tool calls.
    public static Budget within(Duration time) {
        return of(DEFAULT_ITERATIONS, time);
    }

    /// Without an end of its own.
    public static Budget unbounded() {
        return new Budget(Integer.MAX_VALUE, Optional.empty());
    }
}
