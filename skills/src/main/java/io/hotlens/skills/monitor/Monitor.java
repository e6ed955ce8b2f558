package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.target.Attention;
import io.hotlens.skills.target.Subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The monitor of one connection: shows the detector what all skills read, each collection
/// interval, and tells what follows. It asks the target nothing itself. Safe from any thread.
public final class Monitor {

    /// The skill that shows the monitor; its own metrics are not watched.
    public static final String SKILL = "monitor";

    private static final int ANOMALIES = 200;

    private final BooleanSupplier answers;
    private final Attention attention;
    private final History history;
    private final InstantSource clock;
    private final Detector detector;
    private final Supplier<List<AlertRule>> rules;
    private final Alerts alerts = new Alerts();
    private final RingBuffer<Anomaly> anomalies = new RingBuffer<>(ANOMALIES);
    private final List<Consumer<MonitorEvent>> listeners = new CopyOnWriteArrayList<>();

    /// Where the monitor stands.
    ///
    /// @param watched metrics that had a reading
    /// @param anomalies that were found since the connection was made
    /// @param baselines metrics of which something was learned
    public record Status(
            DetectorState state,
            MonitorSettings settings,
            int watched,
            long anomalies,
            int baselines) {}

    private long found;

    /// @param answers whether the target does
    /// @param attention of the connection, which is looked at oftener for a short interval
    public Monitor(
            BooleanSupplier answers,
            Attention attention,
            History history,
            MonitorPlan plan,
            InstantSource clock) {
        this.answers = answers;
        this.attention = attention;
        this.history = history;
        this.clock = clock;
        this.rules = plan.rules();
        this.detector = new Detector(plan.settings(), clock.instant(), plan.learned());
        alerts.follow(rules.get());
    }

    /// Calls `listener` with each event, from the sampler's thread.
    ///
    /// @return ends the calls when closed
    public Subscription listen(Consumer<MonitorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes what was read last; the sampler does this each collection interval. What is read while
    /// the target does not answer is a gap.
    public void sample() {
        if (detector.settings().collectionInterval().compareTo(attention.calm()) < 0) {
            attention.look();
        }
        if (!answers.getAsBoolean()) {
            interrupt();
            return;
        }
        Instant at = clock.instant();
        Map<Metric, Reading> readings = new LinkedHashMap<>();
        history.metrics().stream()
                .filter(metric -> !metric.skill().equals(SKILL))
                .forEach(metric -> readings.put(metric, history.latest(metric)));
        tell(step(at, readings, rules.get()));
    }

    private synchronized void interrupt() {
        alerts.interrupt();
    }

    private synchronized List<MonitorEvent> step(
            Instant at, Map<Metric, Reading> readings, List<AlertRule> now) {
        var events = new ArrayList<>(detector.step(at, readings));
        for (MonitorEvent event : events) {
            if (event instanceof MonitorEvent.AnomalyFound(Anomaly anomaly)) {
                anomalies.add(anomaly);
                found++;
            }
        }
        alerts.follow(now);
        events.addAll(alerts.step(at, readings));
        return events;
    }

    private void tell(List<MonitorEvent> events) {
        events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    }

    public synchronized Status status() {
        List<Metric> metrics = detector.metrics();
        return new Status(
                detector.state(),
                detector.settings(),
                metrics.size(),
                found,
                (int)
                        metrics.stream()
                                .filter(metric -> detector.baseline(metric.id()).isPresent())
                                .count());
    }

    /// The newest anomalies, newest first.
    public List<Anomaly> anomalies() {
        return anomalies.newestFirst();
    }

    /// The user's rules that watch nothing on this target.
    public synchronized List<IdleRule> idleRules() {
        return alerts.idle(history.metrics());
    }

    /// Whether it is a metric that is watched, or will be once it has a value.
    public boolean knows(String metric) {
        return history.metric(metric).filter(one -> !one.skill().equals(SKILL)).isPresent();
    }

    /// Every metric that had a reading.
    public synchronized List<Metric> metrics() {
        return detector.metrics();
    }

    /// What was learned of a metric; empty when it is unknown or had no value.
    public synchronized Optional<Baseline> baseline(String metric) {
        return detector.baseline(metric);
    }

    /// Where the next value of a metric is expected; empty while that is learned.
    public synchronized Optional<Band> band(String metric) {
        return detector.band(metric);
    }

    /// The values of the last `window` as they were judged; a counter's are rates.
    public synchronized Series series(String metric, Duration window) {
        Instant from = clock.instant().minus(window);
        return new Series(
                detector.latest(metric).points().stream()
                        .filter(point -> !point.at().isBefore(from))
                        .toList());
    }

    /// Everything that was learned, for the next connection to the same target.
    public synchronized List<Baseline> baselines() {
        return detector.baselines();
    }
}
