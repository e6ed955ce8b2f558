package io.hotlens.skills.builtin.monitor;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.DetectorState;
import io.hotlens.skills.monitor.Monitor;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;

/// What is normal of every metric of the other skills, and which ones left it.
public final class MonitorSkill implements Skill {

    private static final String SOURCE = "own statistics over the metrics of all skills";
    private static final int LEARNING = 0;
    private static final int ACTIVE = 1;
    private static final int COOLDOWN = 2;

    private static final Metric STATE =
            metric("state", MetricKind.STATE, "0 learning, 1 active, 2 cooldown (own statistics).");
    private static final Metric ANOMALIES =
            metric(
                    "anomaly_count",
                    MetricKind.COUNTER,
                    "Times that a metric left its normal since connecting (own statistics).");
    private static final Metric COLLECTED =
            metric(
                    "metrics_collected",
                    MetricKind.GAUGE,
                    "Metrics that had a reading (own statistics).");
    private static final Metric BASELINES =
            metric(
                    "baselines",
                    MetricKind.GAUGE,
                    "Metrics of which something was learned (own statistics).");

    private static final Callback GET_STATE =
            Callback.of(
                    "monitor_get_state",
                    "Whether the monitor learns, watches or cools down after an escalation, for how"
                            + " long yet, and by which settings.",
                    "{state, since, left_s, metrics_collected, baselines, anomaly_count,"
                            + " settings = {collection_interval_ms, learning_duration_ms,"
                            + " z_threshold, consecutive_required, cooldown_duration_ms}}",
                    SOURCE);
    private static final Callback GET_BASELINE =
            Callback.of(
                            "monitor_get_baseline",
                            "What is normal of one metric, and where its next value is expected. A"
                                    + " counter's values are its rise per second.",
                            "{metric, learned_at, values, level, lowest, highest, usual_step,"
                                + " expected_by, expected_low, expected, expected_high}, without"
                                + " what is expected while that is learned, or with a note instead"
                                + " while there was no value",
                            SOURCE)
                    .with(
                            Parameter.text("skill", "the metric's skill, such as gc"),
                            Parameter.text("metric", "its name, such as time_in_gc_pct"));
    private static final Callback GET_ANOMALIES =
            Callback.of(
                            "monitor_get_anomalies",
                            "Times that a metric left its normal since connecting, newest first. of"
                                    + " says what is odd: its latest value, the average of some,"
                                    + " the step from one to the next, or the lowest of a long"
                                    + " while; expected_low and expected_high are of the same.",
                            "{total, showing, items = [{metric, of, at, unit, value, expected_low,"
                                    + " expected_high, z, age_s}]}",
                            SOURCE)
                    .with(Parameter.limit());
    private static final Callback HISTORY =
            Callback.of(
                            "monitor_history",
                            "The newest values of one metric as the monitor judged them, 24 at"
                                + " most, oldest first; window_s is the time that they span. The"
                                + " readings of half an hour are in history(metric, seconds).",
                            "{metric, window_s, total, showing, items = [{at, value}]}",
                            SOURCE)
                    .with(
                            Parameter.text("skill", "the metric's skill, such as gc"),
                            Parameter.text("metric", "its name, such as time_in_gc_pct"),
                            Parameter.number("seconds", 3_600, "how far back at most"),
                            Parameter.limit());

    private static Metric metric(String name, MetricKind kind, String meaning) {
        return new Metric(Monitor.SKILL, name, Unit.COUNT, kind, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId(Monitor.SKILL);
    }

    @Override
    public String title() {
        return "Monitor";
    }

    @Override
    public String description() {
        return "Knows what is normal of every metric and which ones left it.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt(Monitor.SKILL);
    }

    @Override
    public List<Metric> metrics() {
        return List.of(STATE, ANOMALIES, COLLECTED, BASELINES);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(GET_STATE, GET_BASELINE, GET_ANOMALIES, HISTORY);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook(Monitor.SKILL);
    }

    @Override
    public LiveSkill open(SkillContext context) {
        Monitor monitor = context.monitor();
        var answers = new MonitorAnswers(monitor, context.clock());
        return BoundSkill.of(this, context)
                .metric(STATE, () -> Reading.of(number(monitor.status().state())))
                .metric(ANOMALIES, () -> Reading.of(monitor.status().anomalies()))
                .metric(COLLECTED, () -> Reading.of(monitor.status().watched()))
                .metric(BASELINES, () -> Reading.of(monitor.status().baselines()))
                .bind(GET_STATE, _ -> answers.state())
                .bind(GET_BASELINE, a -> answers.baseline(a.text("skill"), a.text("metric")))
                .bind(GET_ANOMALIES, a -> answers.anomalies(a.count("limit")))
                .bind(
                        HISTORY,
                        a ->
                                answers.history(
                                        a.text("skill"),
                                        a.text("metric"),
                                        a.count("seconds"),
                                        a.count("limit")))
                .build();
    }

    private static int number(DetectorState state) {
        return switch (state) {
            case DetectorState.Learning _ -> LEARNING;
            case DetectorState.Watching _ -> ACTIVE;
            case DetectorState.Cooling _ -> COOLDOWN;
        };
    }
}
