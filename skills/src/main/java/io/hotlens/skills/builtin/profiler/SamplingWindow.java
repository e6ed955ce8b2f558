package io.hotlens.skills.builtin.profiler;

import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent.Recorded;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Samples of one kind, taken while somebody wants them: a call opens the window or keeps it open
/// longer, and it closes by itself. What was taken is held until the next window.
final class SamplingWindow {

    /// Nobody samples for longer without asking again.
    static final Duration LONGEST = Duration.ofSeconds(60);

    /// Samples reach us up to three seconds after they were taken.
    private static final Duration LATE = Duration.ofSeconds(3);

    private static final Duration HELD = Duration.ofMinutes(5);
    private static final int KEPT = 20_000;

    private final SkillContext context;
    private final Sample.Kind kind;
    private final List<EventWish> wishes;
    private final RingBuffer<Sample> samples = new RingBuffer<>(KEPT);
    private @Nullable Subscription running;
    private Instant begun = Instant.EPOCH;
    private Instant ends = Instant.EPOCH;

    /// Where the window stands.
    ///
    /// @param sampling whether samples are being taken
    /// @param seconds how long the samples held cover
    record State(boolean sampling, double seconds, List<Sample> samples) {}

    SamplingWindow(SkillContext context, Sample.Kind kind, List<EventWish> wishes) {
        this.context = context;
        this.kind = kind;
        this.wishes = wishes;
    }

    /// What is held; unless it covers `wanted` and is fresh, sampling begins or goes on.
    synchronized State ask(Duration wanted) {
        Duration length = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
        Instant now = context.clock().instant();
        boolean fresh = !now.isAfter(ends.plus(HELD));
        boolean covered = fresh && Duration.between(begun, ends).compareTo(length) >= 0;
        if (running == null && !covered) {
            begin(now, length);
        } else if (running != null && begun.plus(length).plus(LATE).isAfter(ends)) {
            ends = begun.plus(length).plus(LATE);
        }
        return state(now);
    }

    private void begin(Instant now, Duration length) {
        context.connection().capabilities().require(Capability.EVENT_STREAM);
        samples.clear();
        begun = now;
        ends = now.plus(length).plus(LATE);
        running = context.connection().events().subscribe(wishes, this::take);
    }

    private void take(Recorded event) {
        Sample sample = Sample.of(event, kind);
        if (!sample.frames().isEmpty()) {
            samples.add(sample);
        }
    }

    private State state(Instant now) {
        Instant until = running == null || now.isAfter(ends) ? ends : now;
        double seconds = Duration.between(begun, until).toMillis() / 1000.0;
        return new State(running != null, seconds, Sample.best(samples.oldestFirst()));
    }

    /// What is held, without asking for more.
    synchronized State held() {
        return state(context.clock().instant());
    }

    /// Closes the window when its time is over; the sampler does this each second.
    synchronized void closeWhenOver() {
        if (running != null && !context.clock().instant().isBefore(ends)) {
            close();
        }
    }

    synchronized void close() {
        Subscription now = running;
        running = null;
        if (now != null) {
            now.close();
        }
    }
}
