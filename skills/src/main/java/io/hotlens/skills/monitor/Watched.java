package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// One metric under the detector: from readings to values, and how it has done lately.
final class Watched {

    /// A gap longer than this many intervals ends what was short-lived.
    private static final int GAP = 5;

    private static final double WORSE = 1.5;

    /// How much of each further value is news, since neighbours resemble each other.
    private static final double NEWS = 0.15;

    /// Decades of rarity that a healthy metric has often enough.
    private static final double COMMON = 2.5;

    private final Metric metric;
    private final Floors floors;
    private final Rate rate = new Rate();
    private final States states = new States();
    private final Latest latest = new Latest();
    private MetricModel model;
    private @Nullable MetricModel trial;
    private Instant trialFrom = Instant.MIN;
    private Instant since;
    private Instant lastAt = Instant.MIN;
    private double value = Double.NaN;
    private Judgement judgement = new Judgement(0, 0, 0, 0, 0);
    private int consecutive;
    private double peak;
    private double worst;
    private double evidence;
    private int calm;

    Watched(Metric metric, Instant since) {
        this.metric = metric;
        this.since = since;
        floors = Floors.of(metric.unit());
        model = new MetricModel(floors);
    }

    Watched(Metric metric, Baseline learned) {
        this.metric = metric;
        since = Instant.MIN;
        floors = Floors.of(metric.unit());
        model = new MetricModel(floors, learned);
    }

    /// Takes the next reading; whether there is a value to judge.
    boolean observe(Instant at, Reading reading, Duration interval) {
        if (!(reading instanceof Reading.Known(double read))) {
            return false;
        }
        if (lastAt.isBefore(at.minus(interval.multipliedBy(GAP)))) {
            interrupt();
        }
        lastAt = at;
        OptionalDouble next =
                metric.kind() == MetricKind.COUNTER ? rate.next(at, read) : OptionalDouble.of(read);
        if (next.isEmpty()) {
            return false;
        }
        value = next.getAsDouble();
        latest.add(at, value);
        MetricModel tried = trial;
        if (tried != null) {
            if (!at.isBefore(trialFrom)) {
                tried.judge(at, value);
            }
            return false;
        }
        judgement =
                metric.kind() == MetricKind.STATE ? states.judge(value) : model.judge(at, value);
        return true;
    }

    /// Whether enough was learned to judge by.
    boolean ready(Instant at, Duration learning) {
        return since.equals(Instant.MIN) || !at.isBefore(since.plus(learning));
    }

    /// Counts the value just observed.
    ///
    /// @param calmRequired after how many normal values an escalation is over
    void count(double threshold, int calmRequired) {
        evidence = Math.max(0, evidence + NEWS * (judgement.lasting() - COMMON));
        if (judgement.z() >= threshold) {
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
        return metric.kind() == MetricKind.STATE ? rarest : rarest * model.confidence();
    }

    boolean odd() {
        return consecutive > 0;
    }

    void escalated() {
        worst = Math.max(worst, peak);
        evidence = 0;
    }

    boolean begins(double threshold) {
        return judgement.onset() > 0 && judgement.z() >= threshold;
    }

    double score() {
        return judgement.score();
    }

    Anomaly anomaly(double threshold) {
        Band band = Band.of(judgement, threshold);
        return new Anomaly(metric, lastAt, value, band.low(), band.high(), judgement.z());
    }

    /// The target is another one from now on; whether the baseline still holds is tried first.
    ///
    /// @param warmAt from when on its values count
    void restart(Instant warmAt) {
        interrupt();
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

    Series series() {
        return latest.series();
    }

    /// What was expected of the last value; empty before there was one.
    Optional<Band> band(double threshold) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Band.of(judgement, threshold));
    }

    Optional<Baseline> baseline() {
        return model.baseline(metric.id());
    }
}
