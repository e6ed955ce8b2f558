package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something that happens by itself.
final class Eventually {

    private static final long LOOK_EVERY = 5_000_000;

    private Eventually() {}

    /// Returns when `condition` holds, and says how long that took; fails after `limit`.
    static Duration within(Duration limit, String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                fail(what + " did not come true within " + limit);
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
