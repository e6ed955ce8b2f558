package io.hotlens.skills.skill;

import java.time.Duration;

/// The predicted cost of one call on one target.
///
/// @param pause how long the target will stand still
/// @param reason what the prediction rests on, such as "214 threads"
public record Cost(Impact impact, Duration pause, String reason) {

    private static final Duration LOW_LIMIT = Duration.ofMillis(50);

    public static final Cost FREE = new Cost(Impact.FREE, Duration.ZERO, "already held");
    public static final Cost LOW = new Cost(Impact.LOW, Duration.ZERO, "one cheap read");

    /// `LOW` or `PAUSE`, by the length of the stop.
    public static Cost pausing(Duration pause, String reason) {
        return new Cost(pause.compareTo(LOW_LIMIT) < 0 ? Impact.LOW : Impact.PAUSE, pause, reason);
    }

    public static Cost heavy(Duration pause, String reason) {
        return new Cost(Impact.HEAVY, pause, reason);
    }
}
