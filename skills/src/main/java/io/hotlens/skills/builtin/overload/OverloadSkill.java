package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;

import java.util.List;
import java.util.Optional;

/// What cannot keep up with its work.
public final class OverloadSkill implements Skill {

    private static final Metric QUEUED =
            metric("queued_total", "Tasks that wait for a worker, over all worker pools");
    private static final Metric SATURATED =
            metric("pools_saturated", "Pools that are all in use while somebody waits");
    private static final Metric MAX_QUEUE =
            metric("max_queue", "The longest queue for the workers of one pool");
    private static final Metric WAITING =
            metric(
                    "threads_waiting_for_pool",
                    "Threads that wait for a connection, over all pools");
    private static final Metric SEVERITY =
            metric("severity", "0 nothing, 1 a pool is all in use, 2 somebody waits too");

    private static final String SOURCE =
            "MBeans of Tomcat, Jetty, Undertow, HikariCP, DBCP2, c3p0, Tomcat JDBC, Druid, Kafka";
    private static final String DUMP = "Thread.print without -l";

    private static final Callback STATUS =
            Callback.of(
                            "overload_get_queue_status",
                            "Every pool that shows itself, executors with their busy workers as"
                                    + " stacks tell them, and places where threads wait for room in"
                                    + " a full queue (looks of the last 40 s).",
                            "{total, showing, items = [{name, kind, purpose, active, idle, max,"
                                    + " waiting, saturated}], executors = [{group, workers, busy,"
                                    + " looks_all_busy, doing{...}, at}], full_queues = [{at,"
                                    + " producers, names, looks, longest_wait_ms}], looks, span_s,"
                                    + " note}",
                            SOURCE + "; " + DUMP)
                    .costing(Impact.LOW);
    private static final Callback POOLS =
            Callback.of(
                            "overload_get_overloaded_pools",
                            "Pools that somebody waits for: since when, who waits where, and the"
                                + " longest and the usual wait of the last 40 s, of those of 20 ms"
                                + " or more. Pools without MBeans are told from stacks.",
                            "{total, showing, items = [{name, kind, purpose, active, idle, max,"
                                    + " waiting, looks_waiting, saturated_s, waiting_threads,"
                                    + " waits_at, longest_wait_ms, usual_wait_ms, ended_waits,"
                                    + " at}], looks,"
                                    + " span_s}",
                            SOURCE + "; " + DUMP + "; jdk.ThreadPark")
                    .with(Parameter.limit())
                    .costing(Impact.LOW);
    private static final Callback BOTTLENECKS =
            Callback.of(
                            "overload_detect_bottlenecks",
                            "Who waits for whom in one thread dump: what is waited for, by how"
                                + " many, who has it, what that thread waits for in turn, and who"
                                + " is at the end.",
                            "{total, showing, items = [{kind, name, waiters, waiting, holders,"
                                + " chain = [{kind, name}], held_up_by, held_up_doing, held_up_at,"
                                + " stack}]}",
                            DUMP)
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);
    private static final Callback CASCADES =
            Callback.of(
                            "overload_detect_cascades",
                            "What is saturated, the first first, and what most of its users wait"
                                    + " for: the start of a chain is the one without a cause.",
                            "{total, showing, items = [{resource, kind, since, unix_ms, waiting,"
                                    + " caused_by = {kind, name}}]}",
                            SOURCE + "; " + DUMP)
                    .costing(Impact.LOW);
    private static final Callback GROWTH =
            Callback.of(
                            "overload_predict_growth",
                            "Where queues and use of pools are going, by a straight line over the"
                                    + " last ten minutes.",
                            "{total, showing, items = [{name, kind, purpose, what, value,"
                                    + " rise_per_min, r2, window_s, limit, minutes_to_limit, full,"
                                    + " urgency}]}",
                            SOURCE)
                    .costing(Impact.LOW);

    private static Metric metric(String name, String meaning) {
        return new Metric(
                "overload",
                name,
                Unit.COUNT,
                MetricKind.GAUGE,
                meaning + " (pool MBeans, read each 5 s; else stacks of the newest dump).");
    }

    @Override
    public SkillId id() {
        return new SkillId("overload");
    }

    @Override
    public String title() {
        return "Overload";
    }

    @Override
    public String description() {
        return "Growing queues, exhausted pools of connections and workers, and who holds up whom.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("overload");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(QUEUED, SATURATED, MAX_QUEUE, WAITING, SEVERITY);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(STATUS, POOLS, BOTTLENECKS, CASCADES, GROWTH);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("overload");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new OverloadReader(context);
        var answers = new OverloadAnswers(reader);
        var metrics = new OverloadMetrics(reader);
        return BoundSkill.of(this, context)
                .metric(QUEUED, () -> reader.sum(Purpose.WORKERS, Pool::waiting))
                .metric(SATURATED, metrics::saturated)
                .metric(MAX_QUEUE, metrics::maxQueue)
                .metric(WAITING, metrics::waitingForConnections)
                .metric(SEVERITY, metrics::severity)
                .bind(STATUS, _ -> reader.dumpCost(), _ -> answers.queueStatus())
                .bind(POOLS, _ -> reader.dumpCost(), a -> answers.overloadedPools(a.count("limit")))
                .bind(BOTTLENECKS, _ -> reader.dumpCost(), _ -> answers.bottlenecks())
                .bind(CASCADES, _ -> reader.dumpCost(), _ -> answers.cascades())
                .bind(GROWTH, _ -> answers.growth())
                .owning(reader.listen())
                .build();
    }
}
