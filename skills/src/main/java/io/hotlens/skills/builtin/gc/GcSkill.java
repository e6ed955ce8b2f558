package io.hotlens.skills.builtin.gc;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
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

import java.util.List;
import java.util.Optional;

/// Garbage collection.
public final class GcSkill implements Skill {

    private static final String COLLECTIONS =
            "jdk.GarbageCollection events, else GC notifications, since we connected";

    private static final Callback STATS =
            Callback.of(
                    "gc_stats",
                    "Collections of the last minute, or since we connected.",
                    "{window_s, collections, collections_per_min, time_in_gc_pct, total_pause_ms,"
                        + " longest_pause_ms, allocation_mb_per_s, promotion_mb_per_s, live_set_mb,"
                        + " max_heap_mb, live_set_pct, concurrent_cycles, pending_finalization}",
                    COLLECTIONS);
    private static final Callback PAUSES =
            Callback.of(
                            "gc_pauses",
                            "The newest collections that stopped the application, newest first.",
                            "{total, showing, items = [{at, unix_ms, collector, action, cause,"
                                    + " pause_ms, heap_before_mb, heap_after_mb}]}",
                            COLLECTIONS)
                    .with(Parameter.limit());
    private static final Callback LONG_GCS =
            Callback.of(
                            "gc_long_gcs",
                            "Collections of the last five minutes that stopped the application for"
                                    + " at least threshold_ms, newest first.",
                            "as gc_pauses",
                            COLLECTIONS)
                    .with(
                            Parameter.limit(),
                            Parameter.number("threshold_ms", 200, "shortest stop that counts"));
    private static final Callback CAUSES =
            Callback.of(
                    "gc_causes",
                    "Why collections happened in the last five minutes, by total pause.",
                    "{window_s, items = [{cause, collections, total_ms, longest_ms}]}",
                    COLLECTIONS);
    private static final Callback LIVE_SET =
            Callback.of(
                    "gc_live_set",
                    "What survives collections over the last five minutes. The slope is that of the"
                        + " floor: at each collection the least that any later one left, so a cache"
                        + " that is dropped now and then does not look like a leak. `drops` counts"
                        + " falls by 20 %. Until the old generation was collected"
                        + " (`old_collections`) what young collections promoted into it may be"
                        + " garbage.",
                    "{live_set_mb, slope_mb_per_min, r2, minutes_to_full, drops, collections,"
                            + " old_collections, window_s, max_heap_mb, live_set_pct}",
                    COLLECTIONS);
    private static final Callback ALLOCATORS =
            Callback.of(
                            "gc_top_allocators",
                            "Who allocates most: threads over the last 30 s, and sites by samples"
                                    + " of the last minute.",
                            "{window_s, threads = [{id, name, allocated_mb_per_s}], sites = [{site,"
                                    + " class_name, share_pct}]}",
                            "Threading MXBean each 5 s, jdk.ObjectAllocationSample")
                    .with(Parameter.limit())
                    .needing(Capability.THREAD_SAMPLES);
    private static final Callback EFFICIENCY =
            Callback.of(
                    "gc_efficiency",
                    "What collections of the last minute freed for the time they took.",
                    "{window_s, freed_mb, total_pause_ms, freed_mb_per_ms}",
                    COLLECTIONS);
    private static final Callback CONFIG =
            Callback.of(
                            "gc_config",
                            "Collector, heap sizes, options that concern collection, and settings"
                                    + " that contradict the machine or the container, as the JVM"
                                    + " sees it. contradictions cannot be meant so; doubts can.",
                            "{collector, collectors, heap_max_mb, heap_committed_mb, processors,"
                                    + " memory_mb, options, contradictions, doubts}",
                            "GarbageCollector, OperatingSystem and Runtime MXBeans")
                    .costing(Impact.LOW);

    @Override
    public SkillId id() {
        return new SkillId("gc");
    }

    @Override
    public String title() {
        return "Garbage collection";
    }

    @Override
    public String description() {
        return "Collections, their pauses and causes, allocation rate, and whether what survives"
                + " keeps growing.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("gc");
    }

    @Override
    public List<Metric> metrics() {
        return GcMetrics.ALL;
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(STATS, PAUSES, LONG_GCS, CAUSES, LIVE_SET, ALLOCATORS, EFFICIENCY, CONFIG);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("gc");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var reader = new GcReader(context);
        var answers = new GcAnswers(reader);
        var config = new GcConfigAnswers(reader);
        return BoundSkill.of(this, context)
                .metric(
                        GcMetrics.COLLECTIONS,
                        () -> Reading.of(reader.analysis(GcReader.LAST_MINUTE).perMinute()))
                .metric(
                        GcMetrics.TIME_IN_GC,
                        () -> Reading.of(reader.analysis(GcReader.LAST_MINUTE).timeInGcPct()))
                .metric(
                        GcMetrics.LONGEST_PAUSE,
                        () -> Reading.of(reader.analysis(GcReader.LAST_MINUTE).longestMs()))
                .metric(GcMetrics.LIVE_SET, answers::liveSetMb)
                .metric(GcMetrics.ALLOCATION, answers::allocationMbPerS)
                .metric(GcMetrics.PROMOTION, answers::promotionMbPerS)
                .metric(GcMetrics.PENDING_FINALIZATION, reader::pendingFinalization)
                .bind(STATS, _ -> answers.stats())
                .bind(PAUSES, a -> answers.pauses(a.count("limit"), 0))
                .bind(LONG_GCS, a -> answers.pauses(a.count("limit"), a.number("threshold_ms")))
                .bind(CAUSES, _ -> answers.causes())
                .bind(LIVE_SET, _ -> answers.liveSet())
                .bind(ALLOCATORS, a -> answers.allocators(a.count("limit")))
                .bind(EFFICIENCY, _ -> answers.efficiency())
                .bind(CONFIG, _ -> config.config())
                .owning(allocationSamples(context))
                .build();
    }

    private static Subscription allocationSamples(SkillContext context) {
        return context.connection().capabilities().has(Capability.EVENT_STREAM)
                ? context.connection()
                        .events()
                        .subscribe(
                                List.of(EventWish.of("jdk.ObjectAllocationSample").withStack()),
                                context.events().recorder())
                : () -> {};
    }
}
