package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Learns what is normal of every metric and says when one leaves it. A step takes the readings of
/// one moment and answers what follows; it knows no clock and touches nothing else. Belongs to the
/// thread that steps it.
public final class Detector {

    private static final Duration SETTLING = Duration.ofMinutes(10);

    /// Values closer together than this, in milliseconds, are no news of each other.
    private static final long NEIGHBOURS = 30_000;

    private static final double USUALLY_ODD =
            Judgement.decades(MonitorSettings.DEFAULT.zThreshold());
    private static final double PER_DAY = Duration.ofDays(1).toMillis();

    /// How many false escalations a day the bar allows.
    private static final double FALSE_PER_DAY = 0.01;

    private final MonitorSettings settings;

    /// From which score a value is odd.
    private final double odd;

    private final int calmRequired;
    private final Map<String, Baseline> stored = new HashMap<>();
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Map<Metric, Watched> byMetric = new HashMap<>();
    private final Steps steps = new Steps();
    private Moment now;
    private DetectorState state;
    private Instant restartedAt = Instant.MAX;

    /// Begins to learn.
    public Detector(MonitorSettings settings, Instant start) {
        this(settings, start, List.of());
    }

    /// Begins with what an earlier detector has learned; with nothing of it, begins to learn.
    public Detector(MonitorSettings settings, Instant start, Collection<Baseline> learned) {
        this.settings = settings;
        odd = Judgement.decades(settings.zThreshold());
        calmRequired = calmRequired(settings);
        now = Moment.of(0, start, settings);
        learned.forEach(baseline -> stored.put(baseline.metric(), baseline));
        if (learned.isEmpty()) {
            state = new DetectorState.Learning(start, start.plus(settings.learningDuration()));
        } else {
            state = new DetectorState.Watching(start);
            restartedAt = start;
        }
    }

    /// Takes the readings of one moment.
    public List<MonitorEvent> step(Instant at, Map<Metric, Reading> readings) {
        var events = new ArrayList<MonitorEvent>();
        settle(at, events);
        advance(at, events);
        now = Moment.of(steps.take(at), at, settings);
        List<Watched> judged = new ArrayList<>();
        readings.forEach(
                (metric, reading) -> {
                    Watched one = byMetric.computeIfAbsent(metric, this::watched);
                    if (one.observe(now, reading) && one.ready(now)) {
                        judged.add(one);
                    }
                });
        judged.forEach(one -> one.count(odd, calmRequired));
        switch (state) {
            case DetectorState.Watching _ -> judge(at, judged, events);
            case DetectorState.Learning _, DetectorState.Cooling _ -> judged.forEach(Watched::skip);
        }
        return events;
    }

    private Watched watched(Metric metric) {
        return watched.computeIfAbsent(metric.id(), _ -> watch(metric));
    }

    private Watched watch(Metric metric) {
        Baseline learned = stored.get(metric.id());
        if (learned == null) {
            return new Watched(metric, now.at());
        }
        var one = new Watched(metric, learned);
        if (restartedAt.isBefore(Instant.MAX)) {
            one.restart(warmAt());
        }
        return one;
    }

    private static int calmRequired(MonitorSettings settings) {
        return (int)
                Math.max(
                        settings.consecutiveRequired(),
                        settings.cooldownDuration().dividedBy(settings.collectionInterval()));
    }

    /// The target was restarted: for some minutes nothing is judged, then what still holds of the
    /// baselines is kept.
    public void restarted(Instant at) {
        restartedAt = at;
        watched.values().forEach(one -> one.restart(warmAt()));
    }

    private Instant warmAt() {
        return restartedAt.plus(settling().dividedBy(2));
    }

    private Duration settling() {
        Duration learning = settings.learningDuration();
        return learning.compareTo(SETTLING) < 0 ? learning : SETTLING;
    }

    private void settle(Instant at, List<MonitorEvent> events) {
        if (restartedAt.equals(Instant.MAX) || at.isBefore(restartedAt.plus(settling()))) {
            return;
        }
        int kept = 0;
        for (Watched one : watched.values()) {
            if (one.settle(restartedAt)) {
                kept++;
            }
        }
        restartedAt = Instant.MAX;
        events.add(new MonitorEvent.Settled(at, kept, watched.size() - kept));
    }

    private void advance(Instant at, List<MonitorEvent> events) {
        switch (state) {
            case DetectorState.Learning(_, Instant until) when !at.isBefore(until) -> {
                state = new DetectorState.Watching(at);
                events.add(new MonitorEvent.LearningComplete(at, watched.size()));
            }
            case DetectorState.Cooling(_, Instant until) when !at.isBefore(until) -> {
                state = new DetectorState.Watching(at);
                events.add(new MonitorEvent.CooldownOver(at));
            }
            case DetectorState.Learning _, DetectorState.Cooling _, DetectorState.Watching _ -> {}
        }
    }

    private void judge(Instant at, List<Watched> judged, List<MonitorEvent> events) {
        for (Watched one : judged) {
            if (one.begins()) {
                events.add(new MonitorEvent.AnomalyFound(one.anomaly(settings.zThreshold())));
            }
        }
        List<Watched> oddest =
                judged.stream()
                        .filter(Watched::odd)
                        .sorted(Comparator.comparingDouble(Watched::score).reversed())
                        .toList();
        double bar = bar();
        oddest.stream()
                .filter(one -> one.escalates(settings.consecutiveRequired(), bar))
                .findFirst()
                .ifPresent(one -> escalate(at, one, oddest, events));
    }

    /// The rarity that all metrics of a day together reach by chance a hundredth of a time; more
    /// when the threshold asks for more than usual.
    private double bar() {
        long apart = Math.max(settings.collectionInterval().toMillis(), NEIGHBOURS);
        double values = watched.size() * PER_DAY / apart;
        return Math.log10(values / FALSE_PER_DAY) + odd - USUALLY_ODD;
    }

    private void escalate(
            Instant at, Watched worst, List<Watched> oddest, List<MonitorEvent> events) {
        Instant until = at.plus(settings.cooldownDuration());
        List<Anomaly> others =
                oddest.stream()
                        .filter(one -> !one.equals(worst))
                        .map(one -> one.anomaly(settings.zThreshold()))
                        .toList();
        oddest.forEach(Watched::escalated);
        Anomaly anomaly = worst.anomaly(settings.zThreshold());
        if (!worst.told()) {
            events.add(new MonitorEvent.AnomalyFound(anomaly));
        }
        var escalation = new Escalation(anomaly, worst.series(steps), others);
        events.add(new MonitorEvent.Escalated(at, escalation, until));
        watched.values().forEach(Watched::resetRun);
        state = new DetectorState.Cooling(at, until);
    }

    public DetectorState state() {
        return state;
    }

    public MonitorSettings settings() {
        return settings;
    }

    /// Every metric that had a reading.
    public List<Metric> metrics() {
        return watched.values().stream().map(Watched::metric).toList();
    }

    /// What was expected of a metric's last value; empty when it is unknown, had none, or is not
    /// learned yet.
    public Optional<Band> band(String metric) {
        return Optional.ofNullable(watched.get(metric))
                .flatMap(one -> one.band(settings.zThreshold(), now));
    }

    /// The last values of a metric as they were judged; a counter's are rates.
    public Series latest(String metric) {
        Watched one = watched.get(metric);
        return one == null ? Series.EMPTY : one.series(steps);
    }

    /// What was learned of a metric; empty when it is unknown or had no value.
    public Optional<Baseline> baseline(String metric) {
        return Optional.ofNullable(watched.get(metric)).flatMap(Watched::baseline);
    }

    /// Everything that was learned, to be stored; also what was stored of metrics not seen since.
    public List<Baseline> baselines() {
        var all = new LinkedHashMap<>(stored);
        watched.values().forEach(one -> one.baseline().ifPresent(b -> all.put(b.metric(), b)));
        return List.copyOf(all.values());
    }
}
