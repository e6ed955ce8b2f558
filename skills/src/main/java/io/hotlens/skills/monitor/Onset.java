package io.hotlens.skills.monitor;

/// Turns a run of high scores into its beginning: a score counts when it clearly exceeds what is
/// remembered of earlier ones. Memory fades the slower the longer the metric is known.
final class Onset {

    private static final double EXCEED = 1.5;
    private static final double LEAST_MEMORY = 200;
    private static final double MEMORY_PER_VALUE = 0.05;

    private double remembered;

    /// The score when something begins, else 0.
    double of(double score, long seen) {
        remembered *= 1 - 1 / (LEAST_MEMORY + MEMORY_PER_VALUE * seen);
        if (score <= remembered * EXCEED || score <= 0.5) {
            return 0;
        }
        remembered = score;
        return score;
    }
}
