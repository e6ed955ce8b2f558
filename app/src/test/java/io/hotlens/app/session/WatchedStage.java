package io.hotlens.app.session;

import io.hotlens.app.monitor.MonitorChoices;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.Baseline;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.Attention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// The monitor of a stage, over one metric whose values and time the test gives.
public final class WatchedStage implements AutoCloseable {

    static final Metric METRIC =
            new Metric("gc", "live_set_mb", Unit.MEGABYTES, MetricKind.GAUGE, "what is left");
    static final MonitorSettings QUICK =
            new MonitorSettings(
                    Duration.ofSeconds(10), Duration.ofHours(1), 3, 3, Duration.ofMinutes(5));

    private static final double USUAL = 100;
    private static final double ODD = 900;
    private static final double WORSE = 30_000;

    private final Random noise = new Random(7);
    private final Monitor monitor;
    private final MonitorDesk desk;
    private final History history;
    private final List<Baseline> kept = new CopyOnWriteArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    WatchedStage(
            Engine engine,
            LiveInvestigations investigations,
            MonitorChoices choices,
            List<Baseline> learned,
            Function<SkillId, Snapshot> snapshots) {
        history = new History(() -> now);
        monitor =
                new Monitor(
                        () -> true,
                        new Attention(() -> now),
                        history,
                        new MonitorPlan(choices.settings(), choices::alerts, learned),
                        () -> now);
        desk =
                new MonitorDesk(
                        new MonitorDesk.Setup(() -> choices, kept::addAll),
                        monitor,
                        engine,
                        investigations,
                        snapshots);
    }

    /// An alert at 500, and as many investigations as wished.
    public static MonitorChoices choices(boolean autoTrigger, int perHour) {
        return new MonitorChoices(
                QUICK,
                autoTrigger,
                perHour,
                List.of(AlertRule.parse("live_set_mb > 500 for 30 s")),
                false);
    }

    /// What is usual, for so long.
    public void calm(Duration time) {
        pass(time, USUAL);
    }

    /// Nine times as much, for so long.
    public void odd(Duration time) {
        pass(time, ODD);
    }

    /// Far beyond anything that was ever odd, for so long.
    public void worse(Duration time) {
        pass(time, WORSE);
    }

    private void pass(Duration time, double level) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(QUICK.collectionInterval());
            history.record(METRIC, now, Reading.of(level + noise.nextGaussian()));
            monitor.sample();
        }
    }

    public Monitor monitor() {
        return monitor;
    }

    /// What was handed over for the next connection.
    public List<Baseline> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void close() {
        desk.close();
    }
}
