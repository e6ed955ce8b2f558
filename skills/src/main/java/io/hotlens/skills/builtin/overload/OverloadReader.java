package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.Pool;
import io.hotlens.skills.sampling.PoolHistory;
import io.hotlens.skills.sampling.PoolKind.Purpose;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.ThreadDump;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Reads pools, thread dumps and how long threads waited for connections.
final class OverloadReader {

    /// How far back dumps count as looks at one situation.
    static final Duration LOOK_BACK = Duration.ofSeconds(40);

    static final Duration GROWTH_WINDOW = Duration.ofMinutes(10);

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration HELD = Duration.ofSeconds(5);
    private static final Duration HELD_DUMP = Duration.ofSeconds(15);
    private static final int WAITS = 1_000;

    private final SkillContext context;
    private final RingBuffer<TargetEvent.Recorded> waits = new RingBuffer<>(WAITS);

    OverloadReader(SkillContext context) {
        this.context = context;
    }

    Instant now() {
        return context.clock().instant();
    }

    /// The pools now; read at once when the last look is older than half a second.
    List<Pool> pools() {
        return context.pools().now(FRESH).pools();
    }

    /// The pools at the newest look of the sampler; read only when there is none.
    List<Pool> heldPools() {
        return context.pools().now(HELD).pools();
    }

    Instant saturatedSince(Pool pool) {
        return context.pools().saturatedSince(pool);
    }

    Series series(Pool pool, ToDoubleFunction<Pool> number) {
        return context.pools().series(pool, number, GROWTH_WINDOW);
    }

    List<PoolHistory.Look> looks() {
        return context.pools().looks(LOOK_BACK);
    }

    /// Whether stacks can be had at all.
    boolean seesStacks() {
        return context.connection().capabilities().has(Capability.THREAD_DUMP);
    }

    /// The dumps of the last seconds, oldest first, a fresh one among them; none where stacks
    /// cannot be had.
    List<ThreadDump> dumps() {
        if (!seesStacks()) {
            return List.of();
        }
        Instant from = context.threads().dump(FRESH).at().minus(LOOK_BACK);
        return context.threads().dumps().stream().filter(d -> d.at().isAfter(from)).toList();
    }

    /// The newest dump that was taken for whatever reason, when it is not older than fifteen
    /// seconds.
    Optional<ThreadDump> heldDump() {
        List<ThreadDump> held = context.threads().dumps();
        return held.isEmpty() || held.getLast().at().isBefore(now().minus(HELD_DUMP))
                ? Optional.empty()
                : Optional.of(held.getLast());
    }

    Cost dumpCost() {
        return seesStacks()
                ? Cost.pausing(
                        context.threads().predictedPause(),
                        context.threads().threadCount() + " threads")
                : Cost.LOW;
    }

    /// Waits for a connection that ended within the last seconds and took 20 ms or more, in
    /// milliseconds.
    List<Double> endedWaits() {
        Instant from = now().minus(LOOK_BACK);
        return waits.newestFirst().stream()
                .filter(wait -> wait.at().isAfter(from))
                .map(wait -> wait.duration().toNanos() / 1e6)
                .toList();
    }

    /// Listens to threads that parked while taking a connection.
    Subscription listen() {
        return context.connection().capabilities().has(Capability.EVENT_STREAM)
                ? context.connection()
                        .events()
                        .subscribe(
                                List.of(EventWish.of("jdk.ThreadPark").threshold(20).withStack()),
                                this::keep)
                : () -> {};
    }

    private void keep(TargetEvent.Recorded park) {
        if (Frames.takesConnection(park.stack())) {
            waits.add(park);
        }
    }

    /// The sum of a number over pools of one purpose; unavailable when none tells it.
    Reading sum(Purpose purpose, ToDoubleFunction<Pool> number) {
        double[] told =
                heldPools().stream()
                        .filter(pool -> pool.kind().purpose() == purpose)
                        .mapToDouble(number)
                        .filter(Double::isFinite)
                        .toArray();
        return told.length == 0
                ? Reading.unavailable(
                        purpose == Purpose.CONNECTIONS
                                ? "no connection pool shows itself by MBeans here"
                                : "no worker pool tells its queue by MBeans here")
                : Reading.of(java.util.Arrays.stream(told).sum());
    }
}
