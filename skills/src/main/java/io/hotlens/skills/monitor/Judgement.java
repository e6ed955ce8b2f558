package io.hotlens.skills.monitor;

/// What a metric's baseline says to one value.
///
/// @param score decades of rarity: 3 means about one value in a thousand is as odd
/// @param onset the score when something begins here, 0 while it goes on or nothing is odd
/// @param lasting the part of the score that is not of this value alone
/// @param expected what was expected
/// @param spread how far from it values usually are, like a standard deviation
/// @param sign what makes most of the score
/// @param reach how far values had gone before towards the side of this one
public record Judgement(
        double score,
        double onset,
        double lasting,
        double expected,
        double spread,
        Sign sign,
        double reach) {

    /// What of a metric is judged.
    public enum Sign {
        /// A value outside everything seen before.
        BEYOND,
        SHORT_MEAN,
        MIDDLE_MEAN,
        STEPS,
        LOWEST
    }

    /// Nothing is known, and nothing odd.
    static final Judgement NONE = calm(0, 0);

    static final double MAX_Z = 37;

    static Judgement calm(double expected, double spread) {
        return new Judgement(0, 0, 0, expected, spread, Sign.BEYOND, Double.NaN);
    }

    /// The score as the deviation of a normal variable that is as rare, both sides counted.
    public double z() {
        return z(score);
    }

    /// The decades of rarity of a normal variable's deviation, both sides counted.
    static double decades(double z) {
        double density = Math.exp(-z * z / 2) * Math.sqrt(2 / Math.PI);
        return -Math.log10(2 * density / (z + Math.sqrt(z * z + 8 / Math.PI)));
    }

    static double z(double decades) {
        double halfTail = 0.5 * Math.pow(10, -Math.min(decades, 300));
        if (halfTail >= 0.5) {
            return 0;
        }
        double t = Math.sqrt(-2 * Math.log(halfTail));
        double top = 2.515517 + t * (0.802853 + t * 0.010328);
        double bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        return Math.clamp(t - top / bottom, 0, MAX_Z);
    }
}
