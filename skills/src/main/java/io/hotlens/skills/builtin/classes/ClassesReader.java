package io.hotlens.skills.builtin.classes;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.PerfCounters;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Counts classes and asks for their loaders.
final class ClassesReader {

    private static final int KEPT = 120;
    private static final int COUNTS = 720;
    private static final Duration FRESH = Duration.ofSeconds(1);

    /// Measured: 2 microseconds of stop for each class that the hierarchy prints.
    private static final long NANOS_PER_CLASS = 2_000;

    private final SkillContext context;
    private final RingBuffer<LoaderStats> stats = new RingBuffer<>(KEPT);
    private final RingBuffer<Series.Point> unloaded = new RingBuffer<>(COUNTS);
    private final Recent<Counts> counts;
    private final Recent<LoaderStats> background;

    /// Classes loaded now, and unloaded since the start; NaN when unknown.
    record Counts(double loaded, double unloaded) {}

    ClassesReader(SkillContext context) {
        this.context = context;
        this.counts = new Recent<>(Duration.ofSeconds(5), context.clock(), this::readCounts);
        this.background = new Recent<>(Duration.ofSeconds(30), context.clock(), this::stats);
    }

    private Optional<PerfCounters> counters() {
        return context.connection().counters();
    }

    boolean hasCommands() {
        return context.connection().capabilities().has(Capability.DIAGNOSTIC_COMMANDS);
    }

    Counts counts() {
        return counts.get();
    }

    private Counts readCounts() {
        Counts now = counters().flatMap(ClassesReader::counted).orElseGet(this::asked);
        unloaded.add(new Series.Point(context.clock().instant(), now.unloaded()));
        return now;
    }

    private static Optional<Counts> counted(PerfCounters counters) {
        OptionalLong own = counters.number("java.cls.loadedClasses");
        OptionalLong shared = counters.number("java.cls.sharedLoadedClasses");
        if (own.isEmpty() || shared.isEmpty()) {
            return Optional.empty();
        }
        long gone =
                counters.number("java.cls.unloadedClasses").orElse(0)
                        + counters.number("java.cls.sharedUnloadedClasses").orElse(0);
        return Optional.of(new Counts(own.getAsLong() + shared.getAsLong() - gone, gone));
    }

    private Counts asked() {
        var bean =
                new Data.Fields(
                        new LinkedHashMap<>(
                                context.connection()
                                        .beans()
                                        .get(
                                                Beans.CLASS_LOADING,
                                                List.of(
                                                        "LoadedClassCount",
                                                        "UnloadedClassCount"))));
        return new Counts(
                bean.number("LoadedClassCount").orElse(Double.NaN),
                bean.number("UnloadedClassCount").orElse(Double.NaN));
    }

    /// Classes unloaded each minute, over the last five or as long as we watch.
    Reading unloadedPerMin() {
        counts();
        Instant from = context.clock().instant().minus(Duration.ofMinutes(5));
        Series series = new Series(unloaded.oldestFirst()).since(from);
        return series.points().size() < 2
                ? Reading.unavailable("two counts are needed, one is taken each 5 s")
                : Reading.of(Beans.rounded(Rates.perSecond(series) * 60));
    }

    /// The loaders, at most 30 s old.
    LoaderStats recentStats() {
        return background.get();
    }

    /// The loaders now, or as they were a second ago.
    synchronized LoaderStats stats() {
        Instant now = context.clock().instant();
        List<LoaderStats> held = stats.newestFirst();
        if (!held.isEmpty() && held.getFirst().at().plus(FRESH).isAfter(now)) {
            return held.getFirst();
        }
        LoaderStats taken =
                LoaderStats.parse(
                        now,
                        context.connection().commands().run("VM.classloader_stats"),
                        unloadingCollections());
        stats.add(taken);
        return taken;
    }

    /// Collections of the old generation up to now: by the collectors' counters, else by notices
    /// since we connected.
    private double unloadingCollections() {
        OptionalLong full =
                counters()
                        .map(all -> all.number("sun.gc.collector.1.invocations"))
                        .orElse(OptionalLong.empty());
        OptionalLong concurrent =
                counters()
                        .map(all -> all.number("sun.gc.collector.2.invocations"))
                        .orElse(OptionalLong.empty());
        return full.isPresent()
                ? full.getAsLong() + concurrent.orElse(0)
                : context.events().collections(Duration.ofMinutes(30)).stream()
                        .filter(TargetEvent.Collection::major)
                        .count();
    }

    LoaderGrowth growth() {
        return LoaderGrowth.of(stats.oldestFirst());
    }

    LoadedClasses classes() {
        return LoadedClasses.parse(context.connection().commands().run("VM.class_hierarchy"));
    }

    /// What listing every class costs.
    Cost listingCost() {
        double loaded = counts().loaded();
        return Cost.pausing(
                Duration.ofNanos((long) (loaded * NANOS_PER_CLASS)),
                "%.0f classes are listed".formatted(loaded));
    }
}
