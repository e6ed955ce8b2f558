package io.hotlens.skills.builtin.events;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Collects the moments of each kind, and looks at the scheduler of virtual threads.
final class EventsReader implements Subscription {

    static final Duration LAST_FIVE_MINUTES = Duration.ofMinutes(5);

    private static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";
    private static final int PER_KIND = 1_000;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SCHEDULER_AGE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration LOOKS = Duration.ofSeconds(40);

    private static final List<EventWish> WISHES =
            List.of(
                    EventWish.of(Moment.SAFEPOINT_BEGIN).threshold(10),
                    EventWish.of("jdk.ExecuteVMOperation").threshold(10),
                    EventWish.of("jdk.VirtualThreadPinned").threshold(20).withStack(),
                    EventWish.of("jdk.JavaMonitorEnter").threshold(20).withStack(),
                    EventWish.of("jdk.SocketRead").threshold(20).withStack(),
                    EventWish.of("jdk.SocketWrite").threshold(20).withStack(),
                    EventWish.of("jdk.FileRead").threshold(20).withStack(),
                    EventWish.of("jdk.FileWrite").threshold(20).withStack(),
                    EventWish.of("jdk.FileForce").threshold(20).withStack());

    /// Tells that the stream runs, which begins seconds after we asked for it.
    private static final List<EventWish> PULSE =
            List.of(EventWish.of("jdk.JavaThreadStatistics").every(1_000));

    private final SkillContext context;
    private volatile Instant watchedSince;
    private final Map<Moment.Kind, RingBuffer<Moment>> moments = new ConcurrentHashMap<>();
    private final Recent<Optional<Scheduler>> scheduler;
    private final List<Subscription> background = new ArrayList<>();
    private final Optional<LargeAllocations> large;

    /// The scheduler of virtual threads at one moment.
    record Scheduler(double parallelism, double mounted, double queued) {}

    EventsReader(SkillContext context) {
        this.context = context;
        this.watchedSince = hasStream() ? Instant.MAX : context.clock().instant();
        this.scheduler = new Recent<>(SCHEDULER_AGE, context.clock(), this::readScheduler);
        if (hasStream()) {
            background.add(context.connection().events().subscribe(WISHES, this::take));
            background.add(context.connection().events().subscribe(PULSE, this::live));
            var allocations = new LargeAllocations(context, this::take);
            background.add(allocations);
            background.add(context.sampler().every(TICK, allocations::tick));
            this.large = Optional.of(allocations);
        } else {
            this.large = Optional.empty();
        }
    }

    private boolean hasStream() {
        return context.connection().capabilities().has(Capability.EVENT_STREAM);
    }

    private void live(TargetEvent.Recorded pulse) {
        if (pulse.at().isBefore(watchedSince)) {
            watchedSince = pulse.at();
        }
    }

    private void take(TargetEvent.Recorded event) {
        Moment.of(event).ifPresent(one -> ring(one.kind()).add(one));
    }

    private RingBuffer<Moment> ring(Moment.Kind kind) {
        return moments.computeIfAbsent(kind, _ -> new RingBuffer<>(PER_KIND));
    }

    private Optional<Scheduler> readScheduler() {
        Map<String, Data> values =
                context.connection()
                        .beans()
                        .get(
                                SCHEDULER,
                                List.of(
                                        "Parallelism",
                                        "MountedVirtualThreadCount",
                                        "QueuedVirtualThreadCount"));
        return values.get("Parallelism") instanceof Data.Num(double parallelism)
                        && values.get("MountedVirtualThreadCount")
                                instanceof Data.Num(double mounted)
                        && values.get("QueuedVirtualThreadCount") instanceof Data.Num(double queued)
                ? Optional.of(new Scheduler(parallelism, Math.max(0, mounted), Math.max(0, queued)))
                : Optional.empty();
    }

    /// The moments of one kind in the last `window`, newest first.
    List<Moment> moments(Moment.Kind kind, Duration window) {
        if (kind == Moment.Kind.LONG_GC) {
            return context.events().collections(window).stream()
                    .filter(TargetEvent.Collection::pause)
                    .map(Moment::of)
                    .filter(one -> one.amount() >= kind.least())
                    .toList();
        }
        Instant from = context.clock().instant().minus(window);
        return ring(kind).newestFirst().stream().filter(one -> !one.at().isBefore(from)).toList();
    }

    /// Why moments of this kind cannot be seen; empty when they can.
    Optional<String> whyBlind(Moment.Kind kind) {
        if (kind == Moment.Kind.LONG_GC) {
            return Optional.empty();
        }
        return context.connection()
                .capabilities()
                .whyMissing(Capability.EVENT_STREAM)
                .or(
                        () ->
                                kind == Moment.Kind.LARGE_ALLOCATION
                                                && large.map(LargeAllocations::resting)
                                                        .orElse(false)
                                        ? Optional.of(
                                                "more than 100 such allocations came each second:"
                                                        + " switched off for a minute, to spare the"
                                                        + " target")
                                        : Optional.empty());
    }

    /// How long events have been coming, five minutes at most; zero before the first.
    Duration watched() {
        Instant now = context.clock().instant();
        if (watchedSince.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration all = Duration.between(watchedSince, now);
        return all.compareTo(LAST_FIVE_MINUTES) < 0 ? all : LAST_FIVE_MINUTES;
    }

    /// The scheduler of virtual threads now (within 2 s).
    ///
    /// @throws io.hotlens.skills.target.TargetException.Unsupported when the target has no such
    ///   bean
    Scheduler scheduler() {
        context.connection().capabilities().require(Capability.VIRTUAL_THREAD_SCHEDULER);
        return scheduler
                .get()
                .orElseThrow(
                        () ->
                                new io.hotlens.skills.target.TargetException.Unsupported(
                                        "the bean of the scheduler has other attributes here"));
    }

    Reading queued() {
        return context.connection()
                .capabilities()
                .whyMissing(Capability.VIRTUAL_THREAD_SCHEDULER)
                .map(Reading::unavailable)
                .orElseGet(() -> Reading.of(Beans.rounded(scheduler().queued())));
    }

    /// Looks once more at all threads, and compares with the looks of the last 40 s.
    Carriers carriers() {
        context.threads().dump(FRESH);
        Instant from = context.clock().instant().minus(LOOKS);
        return new Carriers(
                context.threads().dumps().stream()
                        .filter(dump -> !dump.at().isBefore(from))
                        .toList());
    }

    Cost dumpCost() {
        return Cost.pausing(
                context.threads().predictedPause(), context.threads().threadCount() + " threads");
    }

    @Override
    public void close() {
        background.forEach(Subscription::close);
    }
}
