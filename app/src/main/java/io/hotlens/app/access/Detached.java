package io.hotlens.app.access;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs a call that may not listen to interrupts on a thread of its own, so that the caller does.
final class Detached {

    private Detached() {}

    /// Waits for the body's value.
    ///
    /// @throws InterruptedException at once when the caller is interrupted; the body is interrupted
    ///   too and ends by its own deadline
    static <R> R call(String name, Callable<R> body) throws InterruptedException {
        var task = new FutureTask<>(body);
        Thread thread = Thread.ofVirtual().name("hotlens-call " + name).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default ->
                        throw new IllegalStateException(name + " failed", e.getCause());
            }
        }
    }
}
