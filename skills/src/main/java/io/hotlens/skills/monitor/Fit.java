package io.hotlens.skills.monitor;

/// One way of expecting a metric, and how well it fits: the spread of what it got wrong, its loss.
final class Fit {

    private static final double SPREAD_FORGETTING = 0.001;
    private static final double LOSS_FORGETTING = 0.01;
    private static final double MOST_SPREADS = 6;
    private static final double MOST_LOSS = 10;

    /// From the mean absolute error to a standard deviation, for normal errors.
    private static final double TO_DEVIATION = 1.25;

    private double spread;
    private double loss;
    private double expected;

    Fit() {}

    Fit(Baseline.Errors learned) {
        spread = learned.spread();
        loss = learned.loss();
    }

    Baseline.Errors learned() {
        return new Baseline.Errors(spread, loss);
    }

    double spread(double floor) {
        return Math.max(spread, floor);
    }

    double loss() {
        return loss;
    }

    void expect(double value) {
        expected = value;
    }

    double expected() {
        return expected;
    }

    /// The value as far as it may teach: an outlier teaches no more than six spreads.
    double capped(double value, double floor) {
        double most = MOST_SPREADS * spread(floor);
        return Math.clamp(value, expected - most, expected + most);
    }

    /// Learns how far off the expected value was.
    ///
    /// @param floor the least spread that errors are measured by
    /// @param least the least spread that outliers are told by, which no outlier widens
    /// @param values how many values the metric has had
    /// @param young whether too few for an outlier to be told
    void learn(double value, double floor, double least, long values, boolean young) {
        double error = value - expected;
        double scale = spread(floor);
        double now = Math.log(scale + error * error / scale);
        double off = Math.abs((young ? value : capped(value, least)) - expected);
        if (!young) {
            now = Math.min(now, loss + MOST_LOSS);
        }
        loss += Math.max(1.0 / values, LOSS_FORGETTING) * (now - loss);
        double weight = Math.max(Math.min(1, 2.0 / values), SPREAD_FORGETTING);
        spread += weight * (off * TO_DEVIATION - spread);
    }
}
