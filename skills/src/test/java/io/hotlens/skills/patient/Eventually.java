package io.hotlens.skills.patient;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what comes about by itself.
public final class Eventually {

    private Eventually() {}

    /// Asks until the answer is yes.
    ///
    /// @throws AssertionError when it is still no after `limit`
    public static void within(Duration limit, String what, BooleanSupplier condition) {
        long until = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
