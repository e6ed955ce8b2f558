package io.hotlens.ui.support;

import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// Waits for what another thread does.
public final class Eventually {

    private static final int SECONDS = 10;

    private Eventually() {}

    /// Polls `condition` on the JavaFX thread.
    ///
    /// @throws AssertionError when it does not become true within 10 s
    public static void that(String what, BooleanSupplier condition) {
        within(SECONDS, what, condition);
    }

    /// As [#that], for what a real target takes its time with.
    ///
    /// @throws AssertionError when it does not become true within `seconds`
    public static void within(int seconds, String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    seconds,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen within " + seconds + " s: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
