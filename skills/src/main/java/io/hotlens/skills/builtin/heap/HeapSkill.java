package io.hotlens.skills.builtin.heap;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
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

/// What fills the heap.
public final class HeapSkill implements Skill {

    private static final Metric LIVE_SET =
            metric(
                    "live_set_mb",
                    Unit.MEGABYTES,
                    "Heap still used after the newest collection (collections heard).");
    private static final Metric CLASS_COUNT =
            metric(
                    "class_count_in_histogram",
                    Unit.COUNT,
                    "Classes with objects in the newest histogram.");
    private static final Metric LARGEST =
            metric(
                    "largest_class_mb",
                    Unit.MEGABYTES,
                    "Bytes of the class that fills most, in the newest histogram.");
    private static final Metric CACHES =
            metric(
                    "cache_count",
                    Unit.COUNT,
                    "Caches that show themselves by MBeans, looked for each minute.");

    private static final String ROWS =
            "{total, showing, items = [{class_name, instances, bytes, mb}], taken_at, unix_ms,"
                    + " live_only, stopped_ms}";
    private static final String SOURCE =
            "GC.class_histogram -all, garbage included, no collection forced";

    private static final Callback LIST =
            histogram("heap_list_classes", "Classes with objects in the heap, by name.", ROWS)
                    .with(Parameter.limit());
    private static final Callback INFO =
            histogram(
                            "heap_class_info",
                            "One class, and how it grew since the first histogram.",
                            "{class_name, instances, bytes, mb, taken_at, unix_ms, instances_added,"
                                    + " mb_added, mb_per_min, r2, instances_per_min, only_grows}")
                    .with(
                            Parameter.text(
                                    "name", "full class name, such as java.lang.String or byte[]"));
    private static final Callback TOP =
            histogram(
                            "heap_top_classes",
                            "The classes that fill most. live=true forces a full collection first"
                                    + " and needs consent.",
                            ROWS)
                    .with(
                            Parameter.limit(),
                            Parameter.choice(
                                    "by", List.of("bytes", "instances"), "what to sort by"),
                            Parameter.bool(
                                    "live", false, "only reachable objects, by a full collection"));
    private static final Callback GROWTH =
            histogram(
                            "heap_growth_stats",
                            "Takes a histogram and tells which classes grew since the oldest one of"
                                    + " the last minutes.",
                            "{total, showing, items = [{class_name, instances, bytes, mb,"
                                + " instances_added, mb_added, mb_per_min, r2, instances_per_min,"
                                + " only_grows}], histograms, window_s}")
                    .with(Parameter.number("minutes", 10, "how far back"));
    private static final Callback LEAKS =
            histogram(
                            "heap_leak_candidates",
                            "Takes a histogram and tells which classes grew in every one held,"
                                    + " three at least; garbage is counted, so a class must also"
                                    + " outlive collections to be a leak."
                                    + " paths=true also samples objects that stay alive and tells"
                                    + " who keeps them: the first call begins, the next one, half a"
                                    + " minute later, ends it; it walks the heap and needs"
                                    + " consent.",
                            "as heap_growth_stats, with paths = {state, total, items ="
                                    + " [{class_name, objects, oldest_s, path = [...], root,"
                                    + " allocated_at = [...]}]}")
                    .with(
                            Parameter.limit(),
                            Parameter.bool(
                                    "paths", false, "also the paths that keep sampled objects"));
    private static final Callback CACHE_LIST =
            Callback.of(
                            "heap_caches",
                            "Caches that show themselves by MBeans: use since their statistics"
                                    + " began, and since the earliest look of the last minute.",
                            "{total, showing, items = [{name, kind, gets, hit_pct, evictions,"
                                    + " entries, recent = {window_s, gets, hit_pct, evictions}}],"
                                    + " note}",
                            "MBeans of JCache, Ehcache, Hazelcast, Hibernate")
                    .costing(Impact.LOW);

    private static Metric metric(String name, Unit unit, String meaning) {
        return new Metric("heap", name, unit, MetricKind.GAUGE, meaning);
    }

    private static Callback histogram(String name, String meaning, String returns) {
        return Callback.of(name, meaning, returns, SOURCE)
                .needing(Capability.DIAGNOSTIC_COMMANDS)
                .costing(Impact.PAUSE);
    }

    @Override
    public SkillId id() {
        return new SkillId("heap");
    }

    @Override
    public String title() {
        return "Heap";
    }

    @Override
    public String description() {
        return "Which classes fill the heap, which keep growing, and the caches among them.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("heap");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(LIVE_SET, CLASS_COUNT, LARGEST, CACHES);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(LIST, INFO, TOP, GROWTH, LEAKS, CACHE_LIST);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("heap");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new HeapReader(context);
        var answers = new HeapAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(LIVE_SET, reader::liveSetMb)
                .metric(CLASS_COUNT, answers::classCount)
                .metric(LARGEST, answers::largestClassMb)
                .metric(CACHES, () -> Reading.of(reader.caches().count()))
                .bind(LIST, _ -> reader.cost(false), a -> answers.classes(a.count("limit")))
                .bind(INFO, _ -> reader.cost(false), a -> answers.classInfo(a.text("name")))
                .bind(
                        TOP,
                        a -> reader.cost(a.bool("live")),
                        a -> answers.topClasses(a.count("limit"), a.text("by"), a.bool("live")))
                .bind(GROWTH, _ -> reader.cost(false), a -> answers.growth(a.number("minutes")))
                .bind(
                        LEAKS,
                        a -> a.bool("paths") ? reader.pathsCost() : reader.cost(false),
                        a ->
                                a.bool("paths")
                                        ? answers.leakCandidatesWithPaths(a.count("limit"))
                                        : answers.leakCandidates(a.count("limit")))
                .bind(CACHE_LIST, _ -> answers.caches())
                .build();
    }
}
