package io.hotlens.skills.monitor;

/// Where the next value of a metric is expected.
public record Band(double low, double expected, double high) {

    static Band of(Judgement judgement, double threshold) {
        double width = threshold * judgement.spread();
        return new Band(
                judgement.expected() - width, judgement.expected(), judgement.expected() + width);
    }

    /// Without what the metric cannot reach.
    Band within(double least, double most) {
        return new Band(Math.max(low, least), expected, Math.min(high, most));
    }
}
