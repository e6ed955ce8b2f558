package io.hotlens.app.coordinator;

import java.time.Duration;

/// How a pipeline divides its time, so that what was found is concluded from before the deadline
/// even when its model is slow.
///
/// @param whole of the run
/// @param start when it began, by [System#nanoTime]
record PipelineTime(Duration whole, long start) {

    private static final int SHARE_OF_CLASSIFYING = 3;
    private static final int SHARE_OF_SYNTHESIS = 5;
    private static final int SHARE_OF_RULES = 10;
    private static final Duration LONGEST_SYNTHESIS = Duration.ofSeconds(60);
    private static final Duration LONGEST_RULES = Duration.ofSeconds(2);

    /// Begins now.
    static PipelineTime of(Duration whole) {
        return new PipelineTime(whole, System.nanoTime());
    }

    private Duration remaining() {
        return whole.minusNanos(System.nanoTime() - start);
    }

    /// A third of what is left.
    Duration toClassify() {
        return remaining().dividedBy(SHARE_OF_CLASSIFYING);
    }

    /// What is left without a fifth of the whole, or a minute, for the conclusions; negative when
    /// that has begun.
    Duration toGather() {
        return remaining().minus(shorter(LONGEST_SYNTHESIS, SHARE_OF_SYNTHESIS));
    }

    /// What is left without a tenth of the whole, or two seconds, for the rules.
    Duration toSynthesize() {
        return remaining().minus(shorter(LONGEST_RULES, SHARE_OF_RULES));
    }

    private Duration shorter(Duration longest, int share) {
        Duration part = whole.dividedBy(share);
        return part.compareTo(longest) < 0 ? part : longest;
    }
}
