package io.hotlens.skills.monitor;

import io.hotlens.skills.monitor.Judgement.Sign;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/// The normal of one metric, learned value by value, and how odd each next value is. Not safe for
/// several threads.
///
/// Four questions are asked of each value, and each answer is measured against how the metric has
/// answered before: do its means over a short and a middle time leave what is expected, do the
/// steps between values grow or die, does the value leave the range seen so far, has the lowest
/// value of a long while risen.
public final class MetricModel {

    private static final double SHORT = 0.15;
    private static final double MIDDLE = 0.04;
    private static final double LONG_FORGETTING = 0.002;
    private static final double FLOOR_OF_RANGE = 0.01;
    private static final double FLOOR_OF_VALUE = 1e-9;
    private static final double LEAST_FLOOR = 1e-12;
    private static final double MOST_Z = 8;
    private static final double BEYOND = 0.05;
    private static final double STEPS_WEIGHT = 0.2;
    private static final double RANGE_WEIGHT = 2;

    private static final double FEW = 60;

    /// Fewer values than this tell neither an outlier nor an anomaly.
    static final int YOUNG = 30;

    private final Floors floors;
    private final Tail shortMeans;
    private final Tail middleMeans;
    private final Tail steps;
    private final Lows lows;
    private final Onset onset = new Onset();
    private @Nullable Expectation expectation;
    private Instant learnedAt = Instant.EPOCH;
    private long values;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double last = Double.NaN;
    private double shortMean;
    private double middleMean;
    private double shortStep;
    private double longStep;

    public MetricModel(Floors floors) {
        this.floors = floors;
        shortMeans = new Tail();
        middleMeans = new Tail();
        steps = new Tail();
        lows = new Lows();
    }

    /// Goes on with a stored baseline.
    public MetricModel(Floors floors, Baseline learned) {
        this.floors = floors;
        shortMeans = new Tail(learned.shortMeans());
        middleMeans = new Tail(learned.middleMeans());
        steps = new Tail(learned.steps());
        lows = new Lows(learned.lows());
        expectation = new Expectation(learned);
        learnedAt = learned.at();
        values = learned.values();
        lowest = learned.lowest();
        highest = learned.highest();
        longStep = learned.step();
        shortStep = learned.step();
    }

    /// Judges a value by what was before it, then learns it.
    public Judgement judge(Instant at, double value) {
        values++;
        learnedAt = at;
        Expectation expects = expectation;
        if (expects == null) {
            expects = new Expectation(value);
            expectation = expects;
        }
        boolean young = values <= YOUNG;
        double range = Math.max(0, highest - lowest);
        double least = least(expects, value);
        double floor = Math.max(least, FLOOR_OF_RANGE * range);
        expects.look(at.getEpochSecond(), values);
        double expected = expects.value();
        double spread = expects.spread(floor);
        double z = Math.clamp((value - expected) / spread, -MOST_Z, MOST_Z);
        shortMean += SHORT * (z - shortMean);
        middleMean += MIDDLE * (z - middleMean);
        double ofShort = rarity(shortMeans, Math.abs(shortMean));
        double ofMiddle = rarity(middleMeans, Math.abs(middleMean));
        double ofMeans = (ofShort + ofMiddle) / 2;
        double ofSteps = stepsChange(value, floor, young);
        double ofLows = lows.next(value, floor);
        double reach = value > highest ? highest : lowest;
        double beyond = beyond(value, range, floor);
        double score = ofMeans + STEPS_WEIGHT * ofSteps + beyond;
        expects.learn(value, floor, least, values, young);
        if (young) {
            return Judgement.calm(expected, spread);
        }
        double ofValue = Math.max(score, ofSteps);
        return new Judgement(
                Math.max(ofValue, ofLows),
                onset.of(score, values),
                Math.max(ofMeans, ofSteps),
                expected,
                spread,
                ofLows > ofValue
                        ? Sign.LOWEST
                        : sign(beyond, ofShort, ofMiddle, ofSteps, ofSteps > score),
                reach);
    }

    private static Sign sign(
            double beyond, double ofShort, double ofMiddle, double ofSteps, boolean bySteps) {
        double ofMeans = (ofShort + ofMiddle) / 2;
        if (bySteps || STEPS_WEIGHT * ofSteps > Math.max(ofMeans, beyond)) {
            return Sign.STEPS;
        }
        if (beyond > ofMeans) {
            return Sign.BEYOND;
        }
        return ofShort > ofMiddle ? Sign.SHORT_MEAN : Sign.MIDDLE_MEAN;
    }

    /// The mean over a short or a middle time in the metric's unit, and where it usually lies.
    Departure mean(Judgement judgement) {
        boolean isShort = judgement.sign() == Sign.SHORT_MEAN;
        double mean = isShort ? shortMean : middleMean;
        double usual = (isShort ? shortMeans : middleMeans).usual(Math.abs(mean));
        double expected = judgement.expected();
        double spread = judgement.spread();
        return new Departure(expected + mean * spread, Band.around(expected, usual * spread));
    }

    /// How far values lie apart lately, and how far they usually do.
    Departure steps(double value) {
        double least = expectation == null ? LEAST_FLOOR : least(expectation, value);
        double floor = Math.max(least, FLOOR_OF_RANGE * (highest - lowest));
        double ratio = Math.exp(steps.usual(stepsRatio(floor)));
        return new Departure(
                shortStep,
                new Band(
                        Math.max(0, (longStep + floor) / ratio - floor),
                        longStep,
                        (longStep + floor) * ratio - floor));
    }

    private double stepsRatio(double floor) {
        return Math.abs(Math.log((shortStep + floor) / (longStep + floor)));
    }

    /// What of a metric is odd, and where it usually lies.
    record Departure(double value, Band usual) {}

    private double least(Expectation expects, double value) {
        double tiny = FLOOR_OF_VALUE * Math.abs(value) + LEAST_FLOOR;
        return Math.max(floors.of(expects.level()), tiny);
    }

    private static double rarity(Tail tail, double statistic) {
        double decades = tail.decades(statistic);
        tail.learn(statistic);
        return decades;
    }

    /// How much larger or smaller the steps between values have become.
    private double stepsChange(double value, double floor, boolean young) {
        double step = Double.isNaN(last) ? longStep : Math.abs(value - last);
        last = value;
        shortStep += SHORT * (step - shortStep);
        double most = MOST_Z * Math.max(longStep, floor);
        longStep +=
                Math.max(1.0 / values, LONG_FORGETTING)
                        * ((young ? step : Math.min(step, most)) - longStep);
        return rarity(steps, stepsRatio(floor));
    }

    /// How far the value lies outside everything seen before.
    private double beyond(double value, double range, double floor) {
        double outside = Math.max(value - highest, lowest - value);
        highest = Math.max(highest, value);
        lowest = Math.min(lowest, value);
        return outside <= 0
                ? 0
                : RANGE_WEIGHT * Math.min(1, outside / Math.max(BEYOND * range, floor));
    }

    /// The next value comes after a gap: what is short-lived is forgotten, the normal is kept.
    public void interrupt() {
        last = Double.NaN;
        shortMean = 0;
        middleMean = 0;
        shortStep = longStep;
        lows.interrupt();
        if (expectation != null) {
            expectation.interrupt();
        }
    }

    /// Whether the level of `other` lies where this metric has been.
    boolean covers(MetricModel other) {
        Expectation mine = expectation;
        Expectation theirs = other.expectation;
        if (mine == null || theirs == null) {
            return false;
        }
        double floor = Math.max(floors.of(mine.level()), FLOOR_OF_RANGE * (highest - lowest));
        double room = Math.max(floor, mine.spread(floor));
        return theirs.level() >= lowest - room && theirs.level() <= highest + room;
    }

    /// The lowest value of a long while, and what is usual of it.
    Lows lows() {
        return lows;
    }

    /// The least value that was learned.
    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /// How far scores can be relied on, 0 to 1: what is rare is not known from few values.
    double confidence() {
        return values / (values + FEW);
    }

    /// How many values were learned.
    public long values() {
        return values;
    }

    /// What has been learned, to be stored; empty before the first value.
    public Optional<Baseline> baseline(String metric) {
        return Optional.ofNullable(expectation).map(learned -> baseline(metric, learned));
    }

    private Baseline baseline(String metric, Expectation learned) {
        return new Baseline(
                metric,
                learnedAt,
                values,
                learned.level(),
                learned.lagging(),
                lowest,
                highest,
                longStep,
                learned.ways(),
                learned.day(),
                learned.hour(),
                shortMeans.learned(),
                middleMeans.learned(),
                steps.learned(),
                lows.learned());
    }
}
