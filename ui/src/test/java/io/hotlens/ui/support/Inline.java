package io.hotlens.ui.support;

import io.hotlens.ui.fx.Tasks;

import java.util.ArrayDeque;
import java.util.Deque;

/// Tasks that run at once on the calling thread, or when the test says so.
public final class Inline {

    private Inline() {}

    /// Runs everything at once.
    public static Tasks tasks() {
        return new Tasks(Runnable::run, Runnable::run);
    }

    /// Work that waits for [Held#release()].
    public static final class Held {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        public Tasks tasks() {
            return new Tasks(waiting::add, Runnable::run);
        }

        /// Runs what waits, oldest first.
        public void release() {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }
    }
}
