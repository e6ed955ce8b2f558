package io.hotlens.ui.support;

import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for what another thread does.
public final class Eventually {

    private static final Duration USUAL = Duration.ofSeconds(10);

    private Eventually() {}

    /// Polls `condition` on the JavaFX thread.
    ///
    /// @throws AssertionError when it does not become true within 10 s
    public static void that(String what, BooleanSupplier condition) {
        within(USUAL, what, condition);
    }

    /// Polls `condition` on the JavaFX thread.
    ///
    /// @throws AssertionError when it does not become true within `most`
    public static void within(Duration most, String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    most.toMillis(),
                    TimeUnit.MILLISECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "did not happen within " + most.toSeconds() + " s: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
