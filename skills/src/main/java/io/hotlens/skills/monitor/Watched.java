package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// One metric under the detector: from readings to values, and how it has done lately.
final class Watched {

    private static final double WORSE = 1.5;
    private static final double WHOLE = 100;

    /// How much of each further value is news, since neighbours resemble each other.
    private static final double NEWS = 0.15;

    /// Decades of rarity that a healthy metric has often enough.
    private static final double COMMON = 2.5;

    private final Metric metric;
    private final Floors floors;
    private final Rate rate = new Rate();
    private final @Nullable States states;
    private final Latest latest = new Latest();
    private MetricModel model;
    private @Nullable MetricModel trial;
    private Instant trialFrom = Instant.MIN;
    private Instant since;
    private Instant lastAt = Instant.MIN;
    private double value = Double.NaN;
    private Judgement judgement = Judgement.NONE;
    private int consecutive;
    private boolean told;
    private double peak;
    private double worst;
    private double evidence;
    private int calm;

    Watched(Metric metric, Instant since) {
        this.metric = metric;
        this.since = since;
        floors = Floors.of(metric.unit());
        states = metric.kind() == MetricKind.STATE ? new States() : null;
        model = new MetricModel(floors);
    }

    Watched(Metric metric, Baseline learned) {
        this.metric = metric;
        since = Instant.MIN;
        floors = Floors.of(metric.unit());
        states = metric.kind() == MetricKind.STATE ? new States() : null;
        model = new MetricModel(floors, learned);
    }

    /// Takes the next reading; whether there is a value to judge.
    boolean observe(Moment now, Reading reading) {
        if (!(reading instanceof Reading.Known(double read))) {
            return false;
        }
        if (lastAt.isBefore(now.gapBefore())) {
            interrupt();
        }
        Instant at = now.at();
        lastAt = at;
        OptionalDouble next =
                metric.kind() == MetricKind.COUNTER ? rate.next(at, read) : OptionalDouble.of(read);
        if (next.isEmpty()) {
            return false;
        }
        latest.add(now.step(), next.getAsDouble());
        MetricModel tried = trial;
        if (tried != null) {
            if (!at.isBefore(trialFrom)) {
                tried.judge(at, next.getAsDouble());
            }
            return false;
        }
        value = next.getAsDouble();
        judgement = states == null ? model.judge(at, value) : states.judge(value);
        return true;
    }

    /// Whether enough was learned to judge by.
    boolean ready(Moment now) {
        return !since.isAfter(now.learnedBefore());
    }

    /// Counts the value just observed.
    ///
    /// @param odd from which score a value is odd
    /// @param calmRequired after how many normal values an escalation is over
    void count(double odd, int calmRequired) {
        evidence = Math.max(0, evidence + NEWS * (judgement.lasting() - COMMON));
        if (judgement.score() >= odd) {
            consecutive++;
            peak = Math.max(peak, judgement.score());
            calm = 0;
            return;
        }
        resetRun();
        calm++;
        if (calm >= calmRequired) {
            worst = 0;
        }
    }

    void resetRun() {
        consecutive = 0;
        told = false;
        peak = 0;
    }

    /// Leaves out the value just observed, since nothing is judged now; but what an escalation
    /// comes to is remembered.
    void skip() {
        resetRun();
        if (worst > 0) {
            worst = Math.max(worst, judgement.score());
        }
    }

    /// Whether the anomalies in a row are many and rare enough; while an earlier escalation goes
    /// on, whether they are clearly worse than it.
    boolean escalates(int required, double bar) {
        return consecutive >= required && (worst > 0 ? peak >= worst * WORSE : rarity() >= bar);
    }

    /// The rarest value of the run, or what has gathered over time.
    private double rarity() {
        double rarest = Math.max(peak, evidence);
        return states == null ? rarest * model.confidence() : rarest;
    }

    boolean odd() {
        return consecutive > 0;
    }

    void escalated() {
        worst = Math.max(worst, peak);
        evidence = 0;
    }

    /// Whether something begins with the value just observed.
    boolean begins() {
        boolean begins = judgement.onset() > 0 && odd();
        told |= begins;
        return begins;
    }

    /// Whether the run of odd values was told of when it began.
    boolean told() {
        return told;
    }

    double score() {
        return judgement.score();
    }

    Anomaly anomaly(double threshold) {
        Band band = expected(threshold);
        if (judgement.sign() != Judgement.Sign.LOWEST && !band.contains(value)) {
            return anomaly(Anomaly.Of.LATEST, value, band);
        }
        return switch (judgement.sign()) {
            case BEYOND -> anomaly(Anomaly.Of.LATEST, value, band.before(value, judgement.reach()));
            case SHORT_MEAN, MIDDLE_MEAN -> anomaly(Anomaly.Of.AVERAGE, model.mean(judgement));
            case STEPS -> anomaly(Anomaly.Of.STEP, model.steps(value));
            case LOWEST -> anomaly(Anomaly.Of.LOWEST, model.lows().low(), model.lows().band());
        };
    }

    private Anomaly anomaly(Anomaly.Of of, MetricModel.Departure departure) {
        return anomaly(of, departure.value(), departure.usual());
    }

    private Anomaly anomaly(Anomaly.Of of, double odd, Band usual) {
        Band band = within(usual);
        double told = Math.clamp(odd, least(), most());
        return new Anomaly(metric, lastAt, of, told, band.low(), band.high(), judgement.z());
    }

    /// The target is another one from now on; whether the baseline still holds is tried first.
    ///
    /// @param warmAt from when on its values count
    void restart(Instant warmAt) {
        interrupt();
        value = Double.NaN;
        trialFrom = warmAt;
        trial = new MetricModel(floors);
    }

    /// Ends the trial: keeps the baseline that the new values fit into, else goes on with theirs.
    ///
    /// @return whether the baseline was kept
    boolean settle(Instant restartedAt) {
        MetricModel tried = trial;
        trial = null;
        if (tried == null || tried.values() == 0 || model.covers(tried)) {
            return true;
        }
        model = tried;
        since = restartedAt;
        worst = 0;
        return false;
    }

    private void interrupt() {
        model.interrupt();
        rate.forget();
        evidence = 0;
        resetRun();
    }

    Metric metric() {
        return metric;
    }

    Series series(Steps steps) {
        return latest.series(steps);
    }

    /// What was expected of the last value; empty while it is learned what that is, after a restart
    /// until it is settled, and of conditions.
    Optional<Band> band(double threshold, Moment now) {
        boolean known = !Double.isNaN(value) && ready(now);
        return known && states == null ? Optional.of(expected(threshold)) : Optional.empty();
    }

    private Band expected(double threshold) {
        return within(Band.of(judgement, threshold));
    }

    /// Without what the metric cannot reach, or never has.
    private Band within(Band band) {
        return band.within(least(), most());
    }

    private double least() {
        return model.lowest() >= 0 ? 0 : Double.NEGATIVE_INFINITY;
    }

    private double most() {
        boolean share = metric.unit() == Unit.PERCENT && model.highest() <= WHOLE;
        return share ? WHOLE : Double.POSITIVE_INFINITY;
    }

    Optional<Baseline> baseline() {
        return model.baseline(metric.id());
    }
}
