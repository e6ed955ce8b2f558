package io.hotlens.skills.monitor;

/// How rare a value of a non-negative statistic is, learned from the statistic itself: a running
/// high quantile, and beyond it an exponential tail whose scale is the mean excess.
final class Tail {

    private static final double QUANTILE = 0.95;
    private static final double ABOVE = 1 - QUANTILE;
    private static final double AT_QUANTILE = -Math.log10(ABOVE);

    /// Where the quantile of an exponential distribution lies, in means: the first guess.
    private static final double EXPONENTIAL_QUANTILE = 3;

    private static final double LN_10 = Math.log(10);
    private static final double FORGETTING = 0.001;
    private static final double QUANTILE_STEP = 3;
    private static final double LEAST_EXCESS = 0.02;
    private static final double MOST_EXCESSES = 6;
    private static final double CLEAR = 1.25;

    private double quantile;
    private double excess;
    private int seen;

    Tail() {}

    Tail(Baseline.Rarity learned) {
        quantile = learned.quantile();
        excess = learned.excess();
        seen = Math.clamp(learned.seen(), 0, Integer.MAX_VALUE);
    }

    Baseline.Rarity learned() {
        return new Baseline.Rarity(quantile, excess, seen);
    }

    /// The largest statistic that is not rare yet.
    double common() {
        return seen <= MetricModel.YOUNG
                ? Double.MAX_VALUE
                : quantile + 2 * Math.max(excess, LEAST_EXCESS);
    }

    /// Up to where the statistic usually lies: for a large `x` the quantile, for one that only a
    /// low threshold calls odd less than `x`.
    double usual(double x) {
        return Math.min(quantile, x / CLEAR);
    }

    int seen() {
        return seen;
    }

    /// Decades of rarity of `x`: 2 means that one value in a hundred is as large.
    double decades(double x) {
        if (x > quantile) {
            return AT_QUANTILE + (x - quantile) / Math.max(excess, LEAST_EXCESS) / LN_10;
        }
        return quantile > 0 ? AT_QUANTILE * x / quantile : 0;
    }

    void learn(double x) {
        seen++;
        if (seen <= MetricModel.YOUNG) {
            excess += (x - excess) / seen;
            quantile = EXPONENTIAL_QUANTILE * excess;
            return;
        }
        excess = Math.max(excess, LEAST_EXCESS);
        double step = Math.max(FORGETTING, 1.0 / (seen + 1)) * excess * QUANTILE_STEP;
        if (x > quantile) {
            quantile += step * QUANTILE;
            double capped = Math.min(x - quantile, MOST_EXCESSES * excess);
            double weight = Math.max(FORGETTING, 1 / (2 + seen * ABOVE)) / 2;
            excess += weight * (capped - excess);
        } else {
            quantile -= step * ABOVE;
        }
    }
}
