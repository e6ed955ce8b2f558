package io.hotlens.ui.support;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;

/// A skill that is only described, never opened.
public record FakeSkill(
        SkillId id,
        String title,
        String description,
        List<Metric> metrics,
        List<Callback> callbacks,
        Optional<String> playbook)
        implements Skill {

    /// Virtual machine, GC, heap, threads and system, each with a callback or two.
    public static List<Skill> usual() {
        return List.of(jvm(), gc(), heap(), threads(), system());
    }

    private static Skill jvm() {
        return of(
                "jvm",
                "Virtual machine",
                List.of(
                        metric("jvm", "heap_used_pct", Unit.PERCENT),
                        metric("jvm", "process_cpu_pct", Unit.PERCENT),
                        metric("jvm", "live_threads", Unit.COUNT)),
                Callback.of("jvm_get_memory", "Memory by area.", "{areas}", "Memory MXBean"));
    }

    private static Skill gc() {
        return of(
                "gc",
                "Garbage collection",
                List.of(
                        metric("gc", "time_in_gc_pct", Unit.PERCENT),
                        metric("gc", "allocation_mb_per_s", Unit.MEGABYTES_PER_SECOND)),
                Callback.of(
                                "gc_pauses",
                                "The latest pauses, newest first.",
                                "{total, showing, items}",
                                "GC notifications")
                        .with(Parameter.limit()),
                Callback.of("gc_stats", "Totals.", "{collections}", "GC MXBeans"));
    }

    private static Skill heap() {
        return of(
                "heap",
                "Heap",
                List.of(metric("heap", "live_set_mb", Unit.MEGABYTES)),
                Callback.of("heap_growth_stats", "Growth.", "{slope}", "sampler"));
    }

    private static Skill threads() {
        return of(
                "threads",
                "Threads",
                List.of(
                        metric("threads", "threads_total", Unit.COUNT),
                        metric("threads", "deadlocked", Unit.COUNT),
                        metric("threads", "blocked", Unit.COUNT)),
                Callback.of(
                        "threads_deadlocks",
                        "Threads that wait for each other.",
                        "{cycles}",
                        "thread MXBean"));
    }

    private static Skill system() {
        return of(
                "system",
                "System",
                List.of(metric("system", "memory_used_pct", Unit.PERCENT)),
                Callback.of("system_get_cpu", "Load.", "{load}", "OSHI"));
    }

    public static Metric metric(String skill, String name, Unit unit) {
        return new Metric(
                skill,
                name,
                unit,
                unit == Unit.PERCENT ? MetricKind.RATIO : MetricKind.GAUGE,
                name.replace('_', ' ') + ", sampled each second");
    }

    private static Skill of(String id, String title, List<Metric> metrics, Callback... callbacks) {
        return new FakeSkill(
                new SkillId(id),
                title,
                "What the " + title.toLowerCase(java.util.Locale.ROOT) + " can tell.",
                metrics,
                List.of(callbacks),
                Optional.of("return 1"));
    }

    @Override
    public String prompt() {
        return "";
    }

    @Override
    public LiveSkill open(SkillContext context) {
        throw new UnsupportedOperationException("a fake skill has no target");
    }
}
