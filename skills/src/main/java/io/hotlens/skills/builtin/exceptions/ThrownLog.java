package io.hotlens.skills.builtin.exceptions;

import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The newest throwables that were seen; safe from any thread. Errors are held apart, so that a
/// flood of exceptions does not push them out.
final class ThrownLog {

    private static final int EXCEPTIONS = 1_000;
    private static final int ERRORS = 300;

    private final RingBuffer<Thrown> exceptions = new RingBuffer<>(EXCEPTIONS);
    private final RingBuffer<Thrown> errors = new RingBuffer<>(ERRORS);
    private final AtomicLong ids = new AtomicLong();
    private final InstantSource clock;

    ThrownLog(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes an event of the flight recorder. An Error that it tells as an exception too is held
    /// once.
    void add(TargetEvent.Recorded event) {
        Thrown.of(nextId(), event).ifPresent(this::add);
    }

    void add(Thrown thrown) {
        (thrown.kind() == Thrown.Kind.ERROR ? errors : exceptions).add(thrown);
    }

    String nextId() {
        return "x" + ids.incrementAndGet();
    }

    /// Those of the last `window`, newest first.
    List<Thrown> within(Duration window) {
        Instant from = clock.instant().minus(window);
        return Stream.of(exceptions, errors)
                .flatMap(ring -> ring.newestFirst().stream())
                .filter(one -> !one.at().isBefore(from))
                .sorted(Comparator.comparing(Thrown::at).reversed())
                .toList();
    }

    Optional<Thrown> find(String id) {
        return Stream.of(errors, exceptions)
                .flatMap(ring -> ring.newestFirst().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }
}
