package io.hotlens.skills.builtin.events;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.builtin.events.Moment.Kind;
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

import java.util.List;
import java.util.Optional;

/// Moments in which something took too long.
public final class EventsSkill implements Skill {

    private static final Metric LONG_GC =
            metric("long_gc_5m", "Collections that stopped the application for 200 ms or more.");
    private static final Metric LONG_SAFEPOINT =
            metric(
                    "long_safepoint_5m",
                    "Stops, or ways to a stop, of 50 ms or more (jdk.SafepointBegin,"
                            + " jdk.ExecuteVMOperation), without those that a tool asked for.");
    private static final Metric PINNED =
            metric(
                    "pinned_5m",
                    "Virtual threads that waited for 20 ms or more without leaving their carrier"
                            + " (jdk.VirtualThreadPinned).");
    private static final Metric LONG_BLOCKED =
            metric(
                    "long_blocked_5m",
                    "Waits of 100 ms or more for a monitor, a socket or a file"
                            + " (jdk.JavaMonitorEnter, jdk.SocketRead and the like).");
    private static final Metric LARGE_ALLOCATION =
            metric(
                    "large_allocation_5m",
                    "Objects of 1 MB or more (jdk.ObjectAllocationOutsideTLAB).");
    private static final Metric LONGEST =
            new Metric(
                    "events",
                    "longest_ms",
                    Unit.MILLISECONDS,
                    MetricKind.GAUGE,
                    "The longest of these in the last five minutes.");
    private static final Metric AFFECTED =
            metric("affected_threads", "Threads on which one of these happened.");
    private static final Metric QUEUED =
            metric(
                    "queued_virtual_threads",
                    "Virtual threads that wait for a carrier now (VirtualThreadScheduler MXBean,"
                            + " each 2 s).");

    private static final String ITEMS =
            "{total, showing, items = [{at, unix_ms, duration_ms, what, thread, site, stack ="
                    + " [...]}], by_what = [{what, site, count, total}]}";

    private static final Callback STATS =
            Callback.of(
                            "events_stats",
                            "How many moments of each kind the last five minutes had, or since"
                                + " events come; amounts in ms (large allocations: MB), `least` is"
                                + " the smallest that counts.",
                            "{window_s, long_gc = {count, total, longest, least}, safepoint,"
                                    + " pinned, blocked, large_allocation, way_to_stop,"
                                    + " virtual_threads = {parallelism, mounted, queued}}",
                            "flight recorder events, GC notifications, VirtualThreadScheduler"
                                    + " MXBean")
                    .costing(Impact.LOW);
    private static final Callback GET =
            Callback.of(
                            "events_get",
                            "Moments of one kind in the last five minutes, newest first.",
                            ITEMS,
                            "flight recorder events, GC notifications")
                    .with(
                            Parameter.choice(
                                    "type",
                                    List.of(
                                            "safepoint",
                                            "long_gc",
                                            "pinned",
                                            "blocked",
                                            "large_allocation"),
                                    "which kind"),
                            Parameter.limit());
    private static final Callback GET_LONG_GC =
            of(
                    "events_get_long_gc",
                    "Collections that stopped the application for 200 ms or more",
                    "GC notifications");
    private static final Callback GET_LARGE =
            of(
                            "events_get_large_allocations",
                            "Objects of 1 MB or more (size_mb instead of duration_ms)",
                            "jdk.ObjectAllocationOutsideTLAB")
                    .needing(Capability.EVENT_STREAM);
    private static final Callback GET_SAFEPOINTS =
            of(
                            "events_get_safepoints",
                            "Stops of the application, or ways to a stop, of 50 ms or more",
                            "jdk.SafepointBegin, jdk.ExecuteVMOperation")
                    .needing(Capability.EVENT_STREAM);
    private static final Callback GET_PINNED =
            of(
                            "events_get_pinned",
                            "Virtual threads that waited for 20 ms or more on their carrier",
                            "jdk.VirtualThreadPinned")
                    .needing(Capability.EVENT_STREAM);
    private static final Callback GET_BLOCKED =
            of(
                            "events_get_blocked",
                            "Waits of 100 ms or more for a monitor, a socket or a file",
                            "jdk.JavaMonitorEnter, jdk.SocketRead, jdk.SocketWrite, jdk.FileRead,"
                                    + " jdk.FileWrite, jdk.FileForce")
                    .needing(Capability.EVENT_STREAM);
    private static final Callback CARRIERS =
            Callback.of(
                            "events_carriers",
                            "Looks once more, and tells which virtual threads have not left their"
                                    + " carriers over the looks of the last 40 s, longest first.",
                            "{total, showing, items = [{id, looks, since_s, site, stack = [...]}],"
                                    + " parallelism, queued, looks, different}",
                            "Thread.print without -l, VirtualThreadScheduler MXBean")
                    .with(Parameter.limit())
                    .needing(Capability.VIRTUAL_THREAD_SCHEDULER, Capability.THREAD_DUMP)
                    .costing(Impact.LOW);

    private static Callback of(String name, String what, String source) {
        return Callback.of(name, what + ", in the last five minutes, newest first.", ITEMS, source)
                .with(Parameter.limit());
    }

    private static Metric metric(String name, String meaning) {
        return new Metric("events", name, Unit.COUNT, MetricKind.GAUGE, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("events");
    }

    @Override
    public String title() {
        return "Events";
    }

    @Override
    public String description() {
        return "Long stops of the whole application, slow ways to a stop, pinned and starving"
                + " virtual threads, long waits, very large objects.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("events");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                LONG_GC,
                LONG_SAFEPOINT,
                PINNED,
                LONG_BLOCKED,
                LARGE_ALLOCATION,
                LONGEST,
                AFFECTED,
                QUEUED);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(
                STATS,
                GET,
                GET_LONG_GC,
                GET_LARGE,
                GET_SAFEPOINTS,
                GET_PINNED,
                GET_BLOCKED,
                CARRIERS);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("events");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new EventsReader(context);
        var answers = new EventsAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(LONG_GC, () -> answers.count(Kind.LONG_GC))
                .metric(LONG_SAFEPOINT, () -> answers.count(Kind.SAFEPOINT))
                .metric(PINNED, () -> answers.count(Kind.PINNED))
                .metric(LONG_BLOCKED, () -> answers.count(Kind.BLOCKED))
                .metric(LARGE_ALLOCATION, () -> answers.count(Kind.LARGE_ALLOCATION))
                .metric(LONGEST, answers::longestMs)
                .metric(AFFECTED, answers::affectedThreads)
                .metric(QUEUED, reader::queued)
                .bind(STATS, _ -> answers.stats())
                .bind(GET, a -> answers.get(a.text("type"), a.count("limit")))
                .bind(GET_LONG_GC, a -> answers.get(Kind.LONG_GC, a.count("limit")))
                .bind(GET_LARGE, a -> answers.get(Kind.LARGE_ALLOCATION, a.count("limit")))
                .bind(GET_SAFEPOINTS, a -> answers.get(Kind.SAFEPOINT, a.count("limit")))
                .bind(GET_PINNED, a -> answers.get(Kind.PINNED, a.count("limit")))
                .bind(GET_BLOCKED, a -> answers.get(Kind.BLOCKED, a.count("limit")))
                .bind(CARRIERS, _ -> reader.dumpCost(), a -> answers.carriers(a.count("limit")))
                .owning(reader)
                .build();
    }
}
