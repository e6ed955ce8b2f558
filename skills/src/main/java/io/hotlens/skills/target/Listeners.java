package io.hotlens.skills.target;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells the listeners of one connection what happened, in order, from one virtual thread. When
/// listeners are so slow that [#CAPACITY] events wait, further events are dropped.
final class Listeners implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Listeners.class.getName());
    private static final int CAPACITY = 10_000;

    private final List<Consumer<TargetEvent>> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<TargetEvent> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;
    private volatile boolean closed;

    Listeners(String target) {
        thread = Thread.ofVirtual().name("hotlens-listeners-" + target).start(this::run);
    }

    Subscription add(Consumer<TargetEvent> listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    void tell(TargetEvent event) {
        if (!waiting.offer(event)) {
            LOG.log(Level.DEBUG, () -> "dropped " + event + ": the listeners are too slow");
        }
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                deliver(waiting.take());
            }
        } catch (InterruptedException _) {
            for (TargetEvent last = waiting.poll(); last != null; last = waiting.poll()) {
                deliver(last);
            }
        }
    }

    private void deliver(TargetEvent event) {
        for (Consumer<TargetEvent> listener : all) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener of the connection failed", e);
            }
        }
    }

    /// Ends the thread after what is waiting was delivered.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
