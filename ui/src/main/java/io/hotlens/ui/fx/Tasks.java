package io.hotlens.ui.fx;

import io.hotlens.ui.error.Problem;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Runs blocking work off the JavaFX thread and brings its end back to it.
///
/// @param background where work may block
/// @param screen where properties may be changed
public record Tasks(Executor background, Executor screen) {

    /// Runs `work`, then on the screen's thread `done` with its result, or `failed` with the
    /// reason.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        background.execute(() -> outermost(work, done, failed));
    }

    private <T> void outermost(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        try {
            T result = work.call();
            screen.execute(() -> done.accept(result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            Problem problem = Problem.of(e);
            screen.execute(() -> failed.accept(problem));
        }
    }
}
