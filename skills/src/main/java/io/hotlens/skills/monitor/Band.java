package io.hotlens.skills.monitor;

/// Where the next value of a metric is expected.
public record Band(double low, double expected, double high) {

    static Band of(Judgement judgement, double threshold) {
        return around(judgement.expected(), threshold * judgement.spread());
    }

    /// Around what is expected.
    static Band around(double expected, double width) {
        return new Band(expected - width, expected, expected + width);
    }

    /// Without what the metric cannot reach.
    Band within(double least, double most) {
        return new Band(Math.max(low, least), expected, Math.min(high, most));
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }

    /// Only up to `reach` on the side of a value that is beyond it.
    Band before(double value, double reach) {
        return value > reach ? new Band(low, expected, reach) : new Band(reach, expected, high);
    }
}
