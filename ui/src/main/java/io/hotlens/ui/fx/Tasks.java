package io.hotlens.ui.fx;

import io.hotlens.ui.error.Problem;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs blocking work off the JavaFX thread and brings its end back to it.
///
/// @param background where work may block
/// @param screen where properties may be changed
public record Tasks(Executor background, Executor screen) {

    /// Few enough to be taken in within a frame.
    private static final int PIECE = 1_000;

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

    /// Has what `work` gives taken in on the screen's thread a piece at a time, so that it is free
    /// in between.
    ///
    /// @param take given each piece in order, the first ones first
    public <T> void inPieces(Supplier<List<T>> work, Consumer<List<T>> take) {
        background.execute(
                () -> {
                    List<T> all = work.get();
                    for (int from = 0; from < all.size(); from += PIECE) {
                        List<T> piece = all.subList(from, Math.min(from + PIECE, all.size()));
                        if (!taken(piece, take)) {
                            return;
                        }
                    }
                });
    }

    /// @return false when interrupted before the piece was taken in
    private <T> boolean taken(List<T> piece, Consumer<List<T>> take) {
        var done = new CountDownLatch(1);
        screen.execute(
                () -> {
                    try {
                        take.accept(piece);
                    } finally {
                        done.countDown();
                    }
                });
        try {
            done.await();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
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
