package io.hotlens.skills.builtin.heap;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.OldObjects;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Takes histograms and reads caches.
final class HeapReader {

    static final String HISTOGRAM = "GC.class_histogram";

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final double NANOS_PER_OBJECT = 50;
    private static final double BYTES_PER_OBJECT = 60;
    private static final double PATH_NANOS_PER_OBJECT = 800;
    private static final int KEPT = 20;

    /// How long the host is taken to be as busy as it was when a histogram was taken.
    private static final Duration SAME_LOAD = Duration.ofSeconds(10);

    private static final String STOPPED = "sun.rt.safepointTime";

    private final SkillContext context;
    private final RingBuffer<Histogram> histograms = new RingBuffer<>(KEPT);
    private final CacheReader caches;
    private final Recent<Optional<MemoryUse>> heap;

    HeapReader(SkillContext context) {
        this.context = context;
        this.caches = new CacheReader(context.connection().beans(), context.clock());
        this.heap =
                new Recent<>(
                        Duration.ofSeconds(2),
                        context.clock(),
                        () -> MemoryUse.of(beans().get(Beans.MEMORY, "HeapMemoryUsage")));
    }

    private MBeanReader beans() {
        return context.connection().beans();
    }

    /// The newest histogram if it is not older than a second, else a new one.
    Histogram histogram(boolean live) {
        List<Histogram> held = histograms.newestFirst();
        if (!live && !held.isEmpty() && isFresh(held.getFirst())) {
            return held.getFirst();
        }
        OptionalLong stoppedBefore = stoppedMillis();
        Instant begin = context.clock().instant();
        String text =
                live
                        ? context.connection().commands().run(HISTOGRAM, "force-collection")
                        : context.connection().commands().run(HISTOGRAM, "-all");
        Instant taken = context.clock().instant();
        Duration stopped = shorter(Duration.between(begin, taken), stoppedBefore, stoppedMillis());
        Histogram histogram = Histogram.parse(text, taken, stopped, live);
        if (histogram.rows().isEmpty()) {
            throw new TargetException.Unsupported(
                    "the target's class histogram is in a form we do not know");
        }
        if (!live) {
            histograms.add(histogram);
        }
        return histogram;
    }

    /// For how long the target has stood at safepoints since its start.
    private OptionalLong stoppedMillis() {
        return context.connection()
                .counters()
                .map(all -> all.millis(STOPPED))
                .orElseGet(OptionalLong::empty);
    }

    /// The target stood still for less time than its answer took to come.
    private static Duration shorter(Duration answer, OptionalLong before, OptionalLong after) {
        if (before.isEmpty() || after.isEmpty()) {
            return answer;
        }
        Duration stopped = Duration.ofMillis(after.getAsLong() - before.getAsLong() + 1);
        return stopped.compareTo(answer) < 0 ? stopped : answer;
    }

    private boolean isFresh(Histogram histogram) {
        return histogram.at().plus(FRESH).isAfter(context.clock().instant());
    }

    /// Histograms held, oldest first.
    List<Histogram> held() {
        return histograms.oldestFirst();
    }

    /// What a new histogram will cost: 50 ns for each object that the last one counted or, before
    /// there is one, that the used heap may hold. What a recent one cost is believed instead: it
    /// knows the load of the host, which passes.
    Cost cost(boolean live) {
        List<Histogram> held = histograms.newestFirst();
        Duration pause =
                held.isEmpty() ? walk(usedBytes() / BYTES_PER_OBJECT) : next(held.getFirst());
        if (live) {
            return Cost.heavy(pause.multipliedBy(6), "forces a full collection");
        }
        return !held.isEmpty() && isFresh(held.getFirst())
                ? Cost.FREE
                : Cost.pausing(
                        pause, "a heap of %.0f MB is walked".formatted(usedBytes() / (1 << 20)));
    }

    private Duration next(Histogram last) {
        boolean sameLoad = last.at().plus(SAME_LOAD).isAfter(context.clock().instant());
        Duration walk = walk(last.instances());
        return sameLoad || last.stopped().compareTo(walk) < 0 ? last.stopped() : walk;
    }

    private static Duration walk(double objects) {
        return Duration.ofNanos((long) (objects * NANOS_PER_OBJECT));
    }

    private double usedBytes() {
        return heap.get().map(use -> use.usedMb() * (1 << 20)).orElse(0.0);
    }

    /// The heap left by the newest collection that stopped the application.
    Reading liveSetMb() {
        return context.events().collections(Duration.ofMinutes(5)).stream()
                .filter(TargetEvent.Collection::pause)
                .findFirst()
                .map(one -> Reading.of(one.heapAfterMb()))
                .orElseGet(() -> Reading.unavailable("no collection since we connected"));
    }

    OldObjects oldObjects() {
        return context.connection().oldObjects();
    }

    /// What looking for the paths of old objects will cost: the whole heap may be walked.
    Cost pathsCost() {
        Duration walk =
                Duration.ofNanos((long) (usedBytes() / BYTES_PER_OBJECT * PATH_NANOS_PER_OBJECT));
        return Cost.heavy(walk, "samples objects, then walks the heap from its roots");
    }

    CacheReader caches() {
        return caches;
    }
}
