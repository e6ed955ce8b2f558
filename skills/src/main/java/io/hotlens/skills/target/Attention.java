package io.hotlens.skills.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Whether somebody looks at a target. While somebody does, and for a minute after, everything is
/// read at its own pace; a target that nobody looks at is read more calmly and pays less.
public final class Attention {

    private static final Duration CALM = Duration.ofSeconds(30);
    private static final Duration FADES_AFTER = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile Instant until;

    /// Begins as if somebody had just looked.
    public Attention(InstantSource clock) {
        this.clock = clock;
        this.until = clock.instant().plus(FADES_AFTER);
    }

    /// Somebody looks now.
    public void look() {
        boolean wasCalm = !isClose();
        until = clock.instant().plus(FADES_AFTER);
        if (wasCalm) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /// Whether somebody has looked within the last minute.
    public boolean isClose() {
        return clock.instant().isBefore(until);
    }

    /// How often what is read oftener is read while nobody looks.
    public Duration calm() {
        return CALM;
    }

    /// How often to read what is read each `own` while somebody looks.
    public Duration pace(Duration own) {
        return isClose() || own.compareTo(CALM) > 0 ? own : CALM;
    }

    /// Blocks while nobody looks, for the calm pace at the most.
    synchronized void rest() throws InterruptedException {
        long end = System.nanoTime() + CALM.toNanos();
        for (long left = CALM.toMillis(); left > 0 && !isClose(); ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }
}
