package io.hotlens.skills.sampling;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A value that is read again only when it is older than its age; several metrics of one read share
/// it.
public final class Recent<T> implements Supplier<T> {

    private final Supplier<T> source;
    private final Duration age;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable T value;
    private Instant readAt = Instant.EPOCH;

    public Recent(Duration age, InstantSource clock, Supplier<T> source) {
        this.age = age;
        this.clock = clock;
        this.source = source;
    }

    /// The held value, or a fresh one; what the source throws is thrown on and nothing is held.
    @Override
    public T get() {
        lock.lock();
        try {
            T held = value;
            Instant now = clock.instant();
            if (held == null || readAt.plus(age).isBefore(now)) {
                held = source.get();
                value = held;
                readAt = now;
            }
            return held;
        } finally {
            lock.unlock();
        }
    }
}
