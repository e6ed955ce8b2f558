package io.hotlens.skills.builtin.tracer;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Single calls of one method.
public final class TracerSkill implements Skill {

    private static final String SOURCE =
            "jdk.MethodTrace, jdk.MethodTiming (JDK 25) in a recording of their own; older:"
                    + " jdk.ExecutionSample";
    private static final Metric ACTIVE =
            metric("active", "1 while a trace runs in the target, else 0.");
    private static final Metric TRACES =
            metric("trace_count", "Calls kept of the last traces, 50 of each at most.");
    private static final Metric ACTIVE_TRACES =
            metric("active_trace_count", "Traces that are being checked or run.");

    private static final String TRACE_SHAPE =
            "{id, method, mode, state = \"checking\"|\"active\"|\"ended\"|\"not_started\", seen,"
                    + " why, note, invocations, minimum_ms, average_ms, maximum_ms}";

    private static final Callback TRACE =
            Callback.of(
                            "tracer_trace",
                            "Traces one method for 60 s at most. It first looks for some seconds"
                                + " how hot the method is and refuses one that fills over 30 % of a"
                                + " processor by itself, or of what a busy host leaves to the"
                                + " target; it ends early when the target's CPU rises by 10 points"
                                + " or calls flood. At most 5 calls a second and 50 in all are"
                                + " kept; read them by tracer_get_traces().",
                            TRACE_SHAPE,
                            SOURCE)
                    .with(
                            Parameter.text(
                                    "method_filter",
                                    "one method as package.Class::method; no JDK methods, no"
                                            + " wildcards"),
                            Parameter.choice(
                                    "mode",
                                    List.of("trace", "timing"),
                                    "single calls with callers, or count and durations of all"),
                            Parameter.number(
                                    "threshold_ms",
                                    10,
                                    "only calls that last this long, 1 at least"))
                    .needing(Capability.EVENT_STREAM)
                    .costing(Impact.HEAVY);
    private static final Callback STOP =
            Callback.of("tracer_stop", "Ends a trace at once.", TRACE_SHAPE, SOURCE)
                    .with(Parameter.text("id", "as tracer_trace() answered it"))
                    .needing(Capability.EVENT_STREAM);
    private static final Callback GET_TRACES =
            Callback.of(
                            "tracer_get_traces",
                            "The calls kept, newest trace and newest call first, and how each trace"
                                    + " stands. recordings_in_target is asked of the target: 0 when"
                                    + " every trace is off.",
                            "{total, showing, items = [{trace, method, at, unix_ms, duration_ms,"
                                    + " thread, stack = [...]}], traces = [...],"
                                    + " recordings_in_target}",
                            SOURCE)
                    .with(Parameter.limit())
                    .needing(Capability.EVENT_STREAM)
                    .costing(Impact.LOW);
    private static final Callback CLEAR =
            Callback.of("tracer_clear", "Forgets traces that are over.", "{forgotten}", SOURCE);

    private static Metric metric(String name, String meaning) {
        return new Metric("tracer", name, Unit.COUNT, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("tracer");
    }

    @Override
    public String title() {
        return "Tracer";
    }

    @Override
    public String description() {
        return "Single slow calls of one method, with callers and durations; only with consent.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("tracer");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(ACTIVE, TRACES, ACTIVE_TRACES);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(TRACE, STOP, GET_TRACES, CLEAR);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("tracer");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var tracer = new Tracer(context);
        var answers = new TracerAnswers(tracer);
        return BoundSkill.of(this, context)
                .metric(ACTIVE, answers::active)
                .metric(TRACES, answers::traceCount)
                .metric(ACTIVE_TRACES, answers::activeCount)
                .bind(
                        TRACE,
                        _ -> Cost.heavy(Duration.ZERO, "instruments a method for up to 60 s"),
                        a ->
                                answers.trace(
                                        a.text("method_filter"),
                                        a.text("mode"),
                                        a.count("threshold_ms")))
                .bind(STOP, a -> answers.stop(a.text("id")))
                .bind(GET_TRACES, a -> answers.traces(a.count("limit")))
                .bind(CLEAR, _ -> answers.clear())
                .owning(tracer::close)
                .build();
    }
}
