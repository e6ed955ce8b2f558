package io.hotlens.skills.builtin.base;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Percentiles;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;
import io.hotlens.skills.skill.Arguments;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What every operator can ask, whatever its skill.
public final class BaseSkill implements Skill {

    private static final int MAX_POINTS = 120;

    private static final Callback TIME =
            Callback.of(
                    "get_current_time",
                    "The present time.",
                    "{timestamp, unix_ms}",
                    "the clock of this machine");
    private static final Callback NODE =
            Callback.of(
                    "get_node_info",
                    "Which target this is.",
                    "{name, pid, host, user, jvm, vendor, version, feature, os, processors,"
                            + " started_at, unix_ms, uptime_s}",
                    "Runtime MXBean, read when connecting");
    private static final Callback HISTORY =
            Callback.of(
                            "history",
                            "The sampled course of one metric, such as \"gc.live_set_mb\";"
                                + " metrics() names them all. At most the last half hour, and never"
                                + " before we connected.",
                            "{metric, unit, count, window_s, first, last, min, max, avg, p95,"
                                    + " slope_per_min, r2, points = [{unix_ms, value}]}",
                            "the sampler")
                    .with(
                            Parameter.text("metric", "skill and metric, such as gc.live_set_mb"),
                            Parameter.number("seconds", 60, "how far back"));
    private static final Callback METRICS =
            Callback.of(
                    "metrics",
                    "Every metric that is sampled, with its newest value.",
                    "[{metric, unit, kind, meaning, value}]",
                    "the sampler");

    @Override
    public SkillId id() {
        return new SkillId("base");
    }

    @Override
    public String title() {
        return "Base";
    }

    @Override
    public String description() {
        return "Time, identity of the target and the course of every sampled metric.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("base");
    }

    @Override
    public List<Metric> metrics() {
        return List.of();
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(TIME, NODE, HISTORY, METRICS);
    }

    @Override
    public Optional<String> playbook() {
        return Optional.empty();
    }

    @Override
    public LiveSkill open(SkillContext context) {
        return BoundSkill.of(this, context)
                .bind(TIME, _ -> time(context.clock().instant()))
                .bind(NODE, _ -> node(context))
                .bind(HISTORY, arguments -> history(context, arguments))
                .bind(METRICS, _ -> metrics(context))
                .build();
    }

    private static Data time(Instant now) {
        return Data.fields().putTime("timestamp", now).build();
    }

    private static Data node(SkillContext context) {
        TargetInfo info = context.connection().info();
        Duration uptime = Duration.between(info.startedAt(), context.clock().instant());
        return Data.fields()
                .put("name", info.name())
                .put("pid", info.pid().isPresent() ? Data.of(info.pid().getAsLong()) : Data.NOTHING)
                .put("host", info.host())
                .put("user", info.user())
                .put("jvm", info.jvmName())
                .put("vendor", info.vendor())
                .put("version", info.version())
                .put("feature", info.feature())
                .put("os", info.os())
                .put("processors", info.processors())
                .putTime("started_at", info.startedAt())
                .put("uptime_s", (double) uptime.toSeconds())
                .build();
    }

    private static Data history(SkillContext context, Arguments arguments) {
        String id = arguments.text("metric");
        Metric metric =
                context.history()
                        .metric(id)
                        .orElseThrow(() -> new BadArguments(unknown(id, context)));
        Duration window = Duration.ofSeconds(Math.max(1, arguments.count("seconds")));
        return describe(metric, context.history().series(metric, window));
    }

    private static String unknown(String id, SkillContext context) {
        return "no metric is called '%s'; there are %s"
                .formatted(
                        id,
                        context.history().metrics().stream()
                                .map(Metric::id)
                                .collect(Collectors.joining(", ")));
    }

    private static Data describe(Metric metric, Series series) {
        double[] values = series.values();
        var ranks = new Percentiles(values);
        Slope slope = series.slope();
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Data.fields()
                .put("metric", metric.id())
                .put("unit", metric.unit().symbol())
                .put("count", values.length)
                .put("window_s", series.span().toMillis() / 1000.0)
                .put("first", values.length == 0 ? Double.NaN : values[0])
                .put("last", values.length == 0 ? Double.NaN : values[values.length - 1])
                .put("min", ranks.at(0))
                .put("max", ranks.at(100))
                .put("avg", Beans.rounded(sum / values.length))
                .put("p95", ranks.at(95))
                .put("slope_per_min", Beans.rounded(slope.perMinute()))
                .put("r2", Beans.rounded(slope.r2()))
                .put("points", thinned(series.points()))
                .build();
    }

    private static List<Data> thinned(List<Series.Point> points) {
        int step = (points.size() + MAX_POINTS - 1) / MAX_POINTS;
        return java.util.stream.IntStream.range(0, points.size())
                .filter(i -> step <= 1 || (points.size() - 1 - i) % step == 0)
                .mapToObj(points::get)
                .map(
                        point ->
                                (Data)
                                        Data.fields()
                                                .put("unix_ms", (double) point.at().toEpochMilli())
                                                .put("value", point.value())
                                                .build())
                .toList();
    }

    private static Data metrics(SkillContext context) {
        return Data.items(
                context.history().metrics().stream()
                        .map(
                                metric ->
                                        Data.fields()
                                                .put("metric", metric.id())
                                                .put("unit", metric.unit().symbol())
                                                .put(
                                                        "kind",
                                                        metric.kind()
                                                                .name()
                                                                .toLowerCase(java.util.Locale.ROOT))
                                                .put("meaning", metric.meaning())
                                                .put(
                                                        "value",
                                                        context.history().latest(metric).toData())
                                                .build())
                        .toList());
    }
}
