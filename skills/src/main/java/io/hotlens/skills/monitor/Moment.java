package io.hotlens.skills.monitor;

import java.time.Instant;

/// When the readings of a step were taken, and what that means for their metrics.
///
/// @param step its number
/// @param gapBefore a last value before this is one before a gap
/// @param learnedBefore what has been learned since before this is known well enough to be judged
record Moment(int step, Instant at, Instant gapBefore, Instant learnedBefore) {

    /// A gap longer than this many intervals ends what was short-lived.
    private static final int GAP = 5;

    static Moment of(int step, Instant at, MonitorSettings settings) {
        return new Moment(
                step,
                at,
                at.minus(settings.collectionInterval().multipliedBy(GAP)),
                at.minus(settings.learningDuration()));
    }
}
