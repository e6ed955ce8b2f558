package io.hotlens.app.loop;

import io.hotlens.app.trace.Outcome;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// Stops a run from outside, once: the reason stays and the run's thread is interrupted. Safe from
/// any thread.
public final class StopSign {

    private @Nullable Outcome why;
    private @Nullable Thread runner;

    /// Asks the run to end with this outcome; a later reason changes nothing.
    public synchronized void raise(Outcome outcome) {
        if (why != null) {
            return;
        }
        why = outcome;
        if (runner != null) {
            runner.interrupt();
        }
    }

    public synchronized Optional<Outcome> raised() {
        return Optional.ofNullable(why);
    }

    /// The calling thread is the run from now on.
    synchronized void attach() {
        runner = Thread.currentThread();
        if (why != null) {
            runner.interrupt();
        }
    }

    /// The run is over: nothing interrupts its thread any more, and a late interrupt is cleared.
    synchronized void detach() {
        runner = null;
        if (why != null) {
            var _ = Thread.interrupted();
        }
    }

    /// Raises the sign when `time` has passed; the timer ends when it is interrupted.
    Thread after(Duration time) {
        return Thread.ofVirtual()
                .name("hotlens-deadline")
                .start(
                        () -> {
                            try {
                                Thread.sleep(time);
                                raise(new Outcome.Truncated(words(time)));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
