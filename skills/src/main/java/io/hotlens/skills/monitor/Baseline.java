package io.hotlens.skills.monitor;

import java.time.Instant;
import java.util.List;

/// What has been learned of one metric: all that a later monitor needs to begin where this one
/// ended.
///
/// @param metric the metric's id
/// @param at when the last value was learned
/// @param values how many values were learned
/// @param level the usual value, with extremes cut off
/// @param lagging the level as it was; the two apart are the trend
/// @param lowest the least value
/// @param highest the greatest
/// @param step the usual difference from one value to the next
/// @param ways how well each way of expecting the next value fits
/// @param day what is usual at each phase of the day
/// @param hour what is usual at each phase of the hour
/// @param shortMeans how far means over a short time usually leave what is expected
/// @param middleMeans and those over a middle time
/// @param steps how far steps usually leave their usual size
/// @param lows the usual lowest value of a long while, and how far it usually rises
public record Baseline(
        String metric,
        Instant at,
        long values,
        double level,
        double lagging,
        double lowest,
        double highest,
        double step,
        Ways ways,
        Phases day,
        Phases hour,
        Rarity shortMeans,
        Rarity middleMeans,
        Rarity steps,
        Lows lows) {

    /// What one way of expecting got wrong.
    public record Errors(double spread, double loss) {}

    /// The usual value of each phase of a period; NaN before it was seen.
    public record Phases(List<Double> usual, List<Integer> periods) {
        public Phases {
            usual = List.copyOf(usual);
            periods = List.copyOf(periods);
            if (usual.size() != periods.size()) {
                throw new IllegalArgumentException(
                        "%d usual values for %d phases".formatted(usual.size(), periods.size()));
            }
        }
    }

    /// The high quantile of a statistic and the mean excess beyond it.
    public record Rarity(double quantile, double excess, long seen) {}

    /// What is usual of lowest values.
    public record Lows(double level, double spread, Rarity rises) {}

    /// What was learned of the ways to expect a next value.
    public record Ways(Errors level, Errors trend, Errors day, Errors hour) {

        /// What has been right most lately: `level`, `trend`, `day` or `hour`.
        public String best() {
            double least =
                    Math.min(
                            Math.min(level.loss(), trend.loss()),
                            Math.min(day.loss(), hour.loss()));
            if (least == level.loss()) {
                return "level";
            }
            if (least == trend.loss()) {
                return "trend";
            }
            return least == day.loss() ? "day" : "hour";
        }
    }
}
