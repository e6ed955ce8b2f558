package io.hotlens.ui.fx;

import io.hotlens.ui.error.Problem;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
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

    /// As [#run(Callable, Consumer, Consumer)]; what is given back interrupts the work, after which
    /// neither is called unless it had ended already.
    public <T> Runnable start(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        var task = new FutureTask<Boolean>(() -> outermost(work, done, failed), true);
        background.execute(task);
        return () -> task.cancel(true);
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
