package io.hotlens.skills.builtin.jvm;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
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

import java.util.List;
import java.util.Optional;

/// The virtual machine as a whole.
public final class JvmSkill implements Skill {

    private static final Callback MEMORY =
            Callback.of(
                            "jvm_get_memory",
                            "Memory by area: heap, non-heap and every pool, now and after the last"
                                    + " collection.",
                            "{heap{used_mb, committed_mb, max_mb, used_pct}, pools = [{name, type,"
                                    + " used_mb, committed_mb, max_mb, used_pct, after_gc_mb}]}",
                            "Memory and MemoryPool MXBeans")
                    .costing(Impact.LOW);
    private static final Callback THREADS =
            Callback.of(
                            "jvm_get_threads",
                            "Platform threads: how many, how many ever, and their states at the"
                                    + " last look (each 5 s).",
                            "{live, daemon, peak, started_total, started_per_s, states{...}}",
                            "Threading MXBean, thread sampler")
                    .costing(Impact.LOW);
    private static final Callback SCHEDULERS =
            Callback.of(
                            "jvm_get_schedulers",
                            "Processors, load and the scheduler of virtual threads.",
                            "{processors, load_1m, process_cpu_pct, system_cpu_pct,"
                                    + " virtual_threads{parallelism, pool_size, mounted, queued}}",
                            "OperatingSystem and VirtualThreadScheduler MXBeans")
                    .costing(Impact.LOW);
    private static final Callback TABLES =
            Callback.of(
                            "jvm_get_tables",
                            "The JVM's own tables: metaspace, compressed class space, code cache"
                                + " segments, string and symbol tables; with limits and growth over"
                                + " the last 5 minutes.",
                            "{tables = [{name, used_mb, committed_mb, max_mb, used_pct}],"
                                + " strings{entries}, symbols{entries},"
                                + " metaspace_growth_mb_per_min, loaded_classes, classes_per_min}",
                            "MemoryPool MXBeans, VM.stringtable, VM.symboltable")
                    .costing(Impact.LOW);
    private static final Callback SYSTEM =
            Callback.of(
                            "jvm_get_system",
                            "Version, vendor, uptime and the arguments it was started with (secrets"
                                    + " removed).",
                            "{name, version, vendor, feature, uptime_s, arguments = [...]}",
                            "Runtime MXBean")
                    .costing(Impact.LOW);
    private static final Callback COMPILER =
            Callback.of(
                            "jvm_get_compiler",
                            "The just-in-time compiler: time, compiled methods, bailouts,"
                                    + " invalidations, and whether it may still compile or was"
                                    + " stopped because the code cache is full.",
                            "{name, total_ms, compiles, bailouts, invalidations, enabled,"
                                    + " stopped_total, cache_full_total}",
                            "Compilation MXBean, performance counters, Compiler.codecache")
                    .costing(Impact.LOW);
    private static final Callback TOP =
            Callback.of(
                            "jvm_top_threads",
                            "The threads that did most over the last 30 s, or as long as we look,"
                                    + " with the method each was found in. `same_method_looks` of"
                                    + " `looks` dumps found it in `method`, `runnable_looks` found"
                                    + " it running; `waited_per_s` counts waits and sleeps.",
                            "{total, showing, window_s, items = [{id, name, state, cpu_pct,"
                                    + " allocated_mb_per_s, blocked_per_s, waited_per_s, method,"
                                    + " same_method_looks, runnable_looks, looks, stack = [...]}]}",
                            "Threading MXBean each 5 s; one thread dump")
                    .with(
                            Parameter.limit(),
                            Parameter.choice(
                                    "by",
                                    List.of("cpu", "allocation", "blocked"),
                                    "what to sort by"))
                    .needing(Capability.THREAD_SAMPLES)
                    .costing(Impact.LOW);
    private static final Callback GROWTH =
            Callback.of(
                            "jvm_growth",
                            "Where a metric of this skill is heading: slope, time to its limit,"
                                    + " urgency.",
                            "{metric, slope_per_min, r2, last, limit, minutes_to_limit, urgency,"
                                    + " window_s, count}",
                            "the sampler")
                    .with(
                            Parameter.text("metric", "such as metaspace_used_mb or live_threads"),
                            Parameter.number("minutes", 5, "how far back"));

    private static final Callback PROGRESS =
            Callback.of(
                            "jvm_get_progress",
                            "Whether the JVM answers, and which of its native threads use a"
                                + " processor, seen from outside: it works while the JVM waits for"
                                + " a thread that reaches no safepoint. What was queued was ready"
                                + " to run and waited for a processor. The window is the time since"
                                + " the last call, 0 at the first. Names have at most 15"
                                + " characters.",
                            "{answers, why, safepoints_total, window_s, native_threads = [{nid,"
                                    + " name, state, cpu_pct, queued_pct}]}",
                            "the connection's heartbeat, performance counters, /proc/PID/task")
                    .costing(Impact.FREE);

    @Override
    public SkillId id() {
        return new SkillId("jvm");
    }

    @Override
    public String title() {
        return "Virtual machine";
    }

    @Override
    public String description() {
        return "CPU and the threads that use it, memory areas, metaspace, code cache, compiler and"
                + " start options.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("jvm");
    }

    @Override
    public List<Metric> metrics() {
        return JvmMetrics.ALL;
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(
                MEMORY, THREADS, SCHEDULERS, TABLES, SYSTEM, COMPILER, TOP, GROWTH, PROGRESS);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("jvm");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new JvmReader(context);
        var answers = new JvmAnswers(context, reader);
        var progress = new Progress(context);
        return BoundSkill.of(this, context)
                .metric(JvmMetrics.HEAP_USED, () -> Reading.of(reader.heap().usedPct()))
                .metric(JvmMetrics.HEAP_MAX, () -> Reading.of(reader.heap().maxMb()))
                .metric(JvmMetrics.METASPACE, reader::metaspaceMb)
                .metric(JvmMetrics.CODE_CACHE, answers::codeCachePct)
                .metric(JvmMetrics.LIVE_THREADS, reader::liveThreads)
                .metric(JvmMetrics.PROCESS_CPU, reader::processCpuPct)
                .metric(JvmMetrics.SYSTEM_CPU, reader::systemCpuPct)
                .metric(JvmMetrics.RUN_QUEUE, answers::runQueue)
                .metric(JvmMetrics.PROCESSORS, reader::processors)
                .metric(JvmMetrics.LOADED_CLASSES, reader::loadedClasses)
                .bind(MEMORY, _ -> answers.memory())
                .bind(THREADS, _ -> answers.threads())
                .bind(SCHEDULERS, _ -> answers.schedulers())
                .bind(TABLES, _ -> answers.tables())
                .bind(SYSTEM, _ -> answers.system())
                .bind(COMPILER, _ -> answers.compiler())
                .bind(
                        TOP,
                        _ ->
                                Cost.pausing(
                                        context.threads().predictedPause(),
                                        context.threads().threadCount() + " threads"),
                        a -> answers.topThreads(a.count("limit"), a.text("by")))
                .bind(PROGRESS, _ -> progress.answer())
                .bind(GROWTH, a -> answers.growth(a.text("metric"), a.number("minutes")))
                .build();
    }
}
