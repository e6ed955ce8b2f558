package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;

import java.lang.Thread.State;
import java.util.List;
import java.util.Optional;

/// Who owns which threads, and who waits for whom.
public final class ThreadsSkill implements Skill {

    private static final Metric CONTAINERS =
            metric(
                    "containers",
                    "Groups of threads whose names differ only in numbers, at the last look (5"
                            + " s).");
    private static final Metric TOTAL =
            metric(
                    "threads_total",
                    "Platform threads alive (performance counter, else Threading MXBean).");
    private static final Metric DEADLOCKED =
            metric(
                    "deadlocked",
                    "Threads in a deadlock that the JVM reports, looked for each 10 s (Threading"
                            + " MXBean).");
    private static final Metric BLOCKED =
            metric("blocked", "Threads that wait to enter a monitor, at the last look (5 s).");
    private static final Metric RUNNABLE =
            metric("runnable", "Threads that run or could, at the last look (5 s).");
    private static final Metric WAITING =
            metric("waiting", "Threads that wait, for ever or for a time, at the last look (5 s).");
    private static final Metric VIRTUAL =
            metric("virtual_threads", "Virtual threads; counted only by threads_virtual().");

    private static final String DUMP = "Thread.print without -l";

    private static final Callback LIST =
            Callback.of(
                            "threads_list",
                            "Groups of threads (pools and the like) by name, largest first, with"
                                    + " states and growth since we connected.",
                            "{total, showing, items = [{container, threads, added, states{...},"
                                    + " cpu_pct}], window_s}",
                            "Threading MXBean each 5 s")
                    .needing(Capability.THREAD_SAMPLES);
    private static final Callback CHILDREN =
            Callback.of(
                            "threads_children",
                            "The threads of one group, as threads_list names it.",
                            "{total, showing, items = [{id, name, state, cpu_ms}]}",
                            "Threading MXBean each 5 s")
                    .with(Parameter.text("container", "a group's name, such as http-nio-*-exec-*"))
                    .needing(Capability.THREAD_SAMPLES);
    private static final Callback TREE =
            Callback.of(
                            "threads_tree",
                            "Executors and scopes with their threads, virtual ones too, as a tree"
                                    + " of at most four levels.",
                            "{name, owner, threads, virtual, children = [...]}",
                            "Thread.dump_to_file -format=json")
                    .with(Parameter.text("container", "where to begin; empty text for the root"))
                    .needing(Capability.THREAD_DUMP_JSON)
                    .costing(Impact.HEAVY);
    private static final Callback DEADLOCKS =
            Callback.of(
                            "threads_deadlocks",
                            "Deadlocks that the JVM itself reports, with the locks each thread"
                                    + " holds and wants.",
                            "{total, showing, items = [{threads = [{id, name, wants, wants_class,"
                                    + " holds, method}]}]}",
                            "Threading MXBean, then " + DUMP)
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);
    private static final Callback BLOCKED_BY =
            Callback.of(
                            "threads_blocked",
                            "Locks that threads wait for: who waits, who holds, in how many looks"
                                    + " of the last 40 s, and the time lost over the last 10 s.",
                            "{total, showing, items = [{lock, class_name, waiters, waiting, holder,"
                                + " holder_state, holder_method, looks_contended}], looks, lost ="
                                + " [{class_name, lost_ms_per_s, waits}]}",
                            DUMP + ", jdk.JavaMonitorEnter")
                    .with(Parameter.limit())
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);
    private static final Callback DUMP_GROUPED =
            Callback.of(
                            "threads_dump",
                            "All platform threads, grouped by equal stack, largest group first.",
                            "{total, showing, items = [{count, state, waits_for, names, stack ="
                                    + " [...]}], threads}",
                            DUMP)
                    .with(Parameter.limit())
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);
    private static final Callback VIRTUAL_THREADS =
            Callback.of(
                            "threads_virtual",
                            "Virtual threads grouped by equal stack, largest group first.",
                            "{total, showing, items = [{count, state, stack = [...]}],"
                                    + " virtual_threads}",
                            "Thread.dump_to_file -format=json")
                    .with(Parameter.limit())
                    .needing(Capability.THREAD_DUMP_JSON)
                    .costing(Impact.HEAVY);
    private static final Callback CHURN =
            Callback.of(
                    "threads_churn",
                    "How fast threads begin and end over the last minute, and how their number"
                            + " moves.",
                    "{started_per_s, ended_per_s, slope_per_min, r2, rise, last, window_s}",
                    "Threading MXBean, sampled each second");
    private static final Callback STUCK =
            Callback.of(
                            "threads_stuck",
                            "Looks once more and tells who made no progress over at least three"
                                + " looks: threads that wait for a lock that did not change hands"
                                + " although the JVM reports no deadlock, and pools all of whose"
                                + " workers wait for results of other tasks.",
                            "{total, showing, items = [{id, name, waits_for, lock_class, looks,"
                                + " still_s, method, stack}], starved_pools = [{container, workers,"
                                + " names, looks, still_s, method}], looks, span_s}",
                            DUMP)
                    .with(Parameter.limit())
                    .needing(Capability.THREAD_DUMP)
                    .costing(Impact.LOW);
    private static final Callback RETRYING =
            Callback.of(
                            "threads_retrying",
                            "Methods in which threads keep timing out on a lock and try again (last"
                                    + " 10 s).",
                            "{total, showing, items = [{method, threads = [...], attempts}]}",
                            "jdk.ThreadPark, else the thread dumps held")
                    .with(Parameter.limit());

    private static Metric metric(String name, String meaning) {
        return new Metric("threads", name, Unit.COUNT, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("threads");
    }

    @Override
    public String title() {
        return "Threads";
    }

    @Override
    public String description() {
        return "Deadlocks, lock contention, threads without progress, pools that starve themselves,"
                + " thread leaks.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("threads");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(CONTAINERS, TOTAL, DEADLOCKED, BLOCKED, RUNNABLE, WAITING, VIRTUAL);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(
                LIST,
                CHILDREN,
                TREE,
                DEADLOCKS,
                BLOCKED_BY,
                DUMP_GROUPED,
                VIRTUAL_THREADS,
                CHURN,
                STUCK,
                RETRYING);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("threads");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new ThreadsReader(context);
        var answers = new ThreadsAnswers(reader);
        var waits = new WaitAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(CONTAINERS, answers::containerCount)
                .metric(TOTAL, reader::total)
                .metric(DEADLOCKED, reader::deadlockedCount)
                .metric(BLOCKED, () -> answers.count(State.BLOCKED))
                .metric(RUNNABLE, () -> answers.count(State.RUNNABLE))
                .metric(WAITING, () -> answers.count(State.WAITING, State.TIMED_WAITING))
                .metric(VIRTUAL, answers::virtualCount)
                .bind(LIST, _ -> answers.groups())
                .bind(CHILDREN, a -> answers.children(a.text("container")))
                .bind(TREE, _ -> reader.containersCost(), a -> answers.tree(a.text("container")))
                .bind(DEADLOCKS, _ -> waits.deadlocks())
                .bind(BLOCKED_BY, _ -> reader.dumpCost(), a -> waits.blocked(a.count("limit")))
                .bind(DUMP_GROUPED, _ -> reader.dumpCost(), a -> answers.dump(a.count("limit")))
                .bind(
                        VIRTUAL_THREADS,
                        _ -> reader.containersCost(),
                        a -> answers.virtual(a.count("limit")))
                .bind(CHURN, _ -> answers.churn())
                .bind(STUCK, _ -> reader.dumpCost(), a -> waits.stuck(a.count("limit")))
                .bind(RETRYING, a -> waits.retrying(a.count("limit")))
                .owning(reader.countStarts())
                .owning(waitingEvents(context))
                .build();
    }

    private static Subscription waitingEvents(SkillContext context) {
        return context.connection().capabilities().has(Capability.EVENT_STREAM)
                ? context.connection()
                        .events()
                        .subscribe(
                                List.of(
                                        EventWish.of("jdk.JavaMonitorEnter")
                                                .threshold(20)
                                                .withStack(),
                                        EventWish.of("jdk.ThreadPark").threshold(20).withStack()),
                                context.events().recorder())
                : () -> {};
    }
}
