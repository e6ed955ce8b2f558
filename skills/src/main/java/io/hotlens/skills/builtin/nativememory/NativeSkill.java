package io.hotlens.skills.builtin.nativememory;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
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

/// Memory outside the Java heap.
public final class NativeSkill implements Skill {

    private static final String COURSE =
            "mb, added_mb, added_lately_mb, slope_mb_per_min, r2, window_s, count";

    private static final Callback INFO =
            Callback.of(
                            "native_get_info",
                            "The process's memory by part, and by category when native memory"
                                    + " tracking is on.",
                            "{rss_mb, peak_rss_mb, swapped_mb, items = [{part, mb, meaning}],"
                                    + " tracking = {committed_mb, categories = [{category,"
                                    + " committed_mb, reserved_mb}]}}",
                            "/proc/PID/status and smaps, MXBeans, VM.native_memory summary")
                    .costing(Impact.LOW);
    private static final Callback BUFFERS =
            Callback.of(
                            "native_get_buffers",
                            "Direct and mapped byte buffers, and the growth of the direct ones over"
                                    + " five minutes.",
                            "{items = [{name, count, used_mb, capacity_mb}], direct_growth = {"
                                    + COURSE
                                    + "}}",
                            "BufferPool MXBeans")
                    .costing(Impact.LOW);
    private static final Callback METASPACE =
            Callback.of(
                            "native_get_metaspace",
                            "Metaspace by the type of class loader: allocated in chunks, used for"
                                    + " class data, and wasted.",
                            "{total, showing, items = [{loader_type, loaders, classes,"
                                    + " allocated_mb, used_mb, waste_mb}]}",
                            "VM.classloader_stats")
                    .needing(Capability.DIAGNOSTIC_COMMANDS)
                    .costing(Impact.LOW);
    private static final Callback GROWTH =
            Callback.of(
                            "native_growth",
                            "Where each part of the memory is heading, by its floor: what is given"
                                    + " back again does not count. added_lately_mb is the rise in"
                                    + " the last third of the window.",
                            "{items = [{part, " + COURSE + "}]}",
                            "/proc/PID/status and smaps, MXBeans, each 5 s")
                    .with(Parameter.number("minutes", 10, "how far back"));
    private static final Callback MALLOC =
            Callback.of(
                            "native_malloc",
                            "What the C library's allocator took and holds free, and its arenas; on"
                                    + " older JDKs what is resident of them.",
                            "{source, arenas, system_mb, free_mb, mapped_mb, used_mb} or {source,"
                                    + " arenas, resident_mb, other_anonymous_mb}",
                            "System.native_heap_info (JDK 21 and later), else /proc/PID/smaps")
                    .costing(Impact.LOW);

    @Override
    public SkillId id() {
        return new SkillId("native");
    }

    @Override
    public String title() {
        return "Native memory";
    }

    @Override
    public String description() {
        return "Memory outside the Java heap: direct buffers, class metadata, malloc, and what"
                + " grows without anybody accounting for it.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("native");
    }

    @Override
    public List<Metric> metrics() {
        return NativeMetrics.ALL;
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(INFO, BUFFERS, METASPACE, GROWTH, MALLOC);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("native");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new NativeReader(context);
        var answers = new NativeAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(NativeMetrics.RSS, answers::rss)
                .metric(NativeMetrics.COMMITTED, answers::committed)
                .metric(NativeMetrics.DIRECT, answers::direct)
                .metric(NativeMetrics.MAPPED, answers::mapped)
                .metric(NativeMetrics.UNACCOUNTED, answers::unaccounted)
                .bind(INFO, _ -> answers.info())
                .bind(BUFFERS, _ -> answers.buffers())
                .bind(METASPACE, _ -> answers.metaspace())
                .bind(GROWTH, a -> answers.growth(a.number("minutes")))
                .bind(MALLOC, _ -> answers.malloc())
                .owning(reader.subscribe())
                .owning(context.sampler().every(NativeReader.LOOK, reader::look))
                .build();
    }
}
