package io.hotlens.ui.support;

import io.hotlens.app.event.AppEvent;
import io.hotlens.app.monitor.MonitorStep;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.AlertRule;
import io.hotlens.skills.monitor.Anomaly;
import io.hotlens.skills.monitor.Escalation;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.monitor.MonitorEvent;
import io.hotlens.skills.monitor.MonitorPlan;
import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.skills.sampling.History;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.target.Attention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/// A monitor that has learned for three hours; the last number of threads is far away, and a rule
/// has a slip of the pen.
public final class ScriptedMonitor {

    private static final Duration WATCHED = Duration.ofHours(3);
    private static final List<AlertRule> RULES =
            List.of(AlertRule.parse("heap_usd_pct > 90 for 2 min"));

    private ScriptedMonitor() {}

    static Monitor over(List<Skill> skills) {
        var now = new AtomicReference<>(Samples.NOON.minus(WATCHED));
        var history = new History(now::get);
        var monitor =
                new Monitor(
                        () -> true,
                        new Attention(now::get),
                        history,
                        new MonitorPlan(MonitorSettings.DEFAULT, () -> RULES, List.of()),
                        now::get);
        var noise = new Random(5);
        while (now.get().isBefore(Samples.NOON)) {
            Instant at = now.updateAndGet(then -> then.plusSeconds(30));
            boolean last = !at.isBefore(Samples.NOON);
            for (Skill skill : skills) {
                for (Metric metric : skill.metrics()) {
                    double level = 30 + Math.floorMod(metric.id().hashCode(), 7);
                    boolean odd = last && metric.name().equals("live_threads");
                    history.record(
                            metric,
                            at,
                            Reading.of(odd ? level * 20 : level + noise.nextGaussian()));
                }
            }
            monitor.sample();
        }
        return monitor;
    }

    /// What a monitor tells in three hours.
    public static List<AppEvent> told() {
        Metric threads = FakeSkill.metric("jvm", "live_threads", Unit.COUNT);
        var anomaly = new Anomaly(threads, Samples.NOON, Anomaly.Of.LATEST, 640, 28, 36, 9.4);
        var escalation = new Escalation(anomaly, Series.EMPTY, List.of());
        return List.of(
                told(3_600, new MonitorEvent.LearningComplete(Samples.NOON, 87)),
                told(90, new MonitorEvent.AnomalyFound(anomaly)),
                told(
                        30,
                        new MonitorEvent.Escalated(
                                Samples.NOON, escalation, Samples.NOON.plusSeconds(900))),
                new AppEvent.FromMonitor(
                        Samples.NOON.minusSeconds(30),
                        new MonitorStep.Triggered(Samples.RUN, escalation.summary())));
    }

    private static AppEvent told(int secondsAgo, MonitorEvent event) {
        return new AppEvent.FromMonitor(
                Samples.NOON.minusSeconds(secondsAgo), new MonitorStep.Noticed(event));
    }
}
