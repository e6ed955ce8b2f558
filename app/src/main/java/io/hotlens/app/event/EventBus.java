package io.hotlens.app.event;

import io.hotlens.skills.target.Subscription;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Carries events from producers to readers. A reader that is too slow loses its oldest events and
/// can see how many; a producer does not wait for it, unless it has many at once and says so.
public final class EventBus {

    private static final int CAPACITY = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Reader> readers = new CopyOnWriteArrayList<>();

    public void publish(AppEvent event) {
        readers.forEach(reader -> reader.offer(event));
    }

    /// As [#publish], but waits up to 5 s for a reader that is full; not again for one that did not
    /// read meanwhile. For producers of very many events, off the JavaFX thread.
    public void publishPatiently(AppEvent event) {
        readers.forEach(Reader::awaitRoom);
        publish(event);
    }

    /// A reader that sees every event published from now on.
    public Reader reader() {
        var reader = new Reader();
        readers.add(reader);
        return reader;
    }

    /// One consumer's queue.
    public final class Reader implements Subscription {
        private final Deque<AppEvent> queue = new ArrayDeque<>();
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition arrived = lock.newCondition();
        private final Condition taken = lock.newCondition();
        private long lost;
        private boolean stuck;
        private boolean closed;

        private Reader() {}

        private void offer(AppEvent event) {
            lock.lock();
            try {
                if (queue.size() == CAPACITY) {
                    queue.removeFirst();
                    lost++;
                }
                queue.addLast(event);
                arrived.signalAll();
            } finally {
                lock.unlock();
            }
        }

        private void awaitRoom() {
            lock.lock();
            try {
                long left = PATIENCE.toNanos();
                while (queue.size() == CAPACITY && !stuck && !closed) {
                    if (left <= 0) {
                        stuck = true;
                    } else {
                        left = taken.awaitNanos(left);
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }

        /// Takes up to `max` waiting events, oldest first, without blocking.
        public List<AppEvent> drain(int max) {
            lock.lock();
            try {
                var events = new ArrayList<AppEvent>(Math.min(max, queue.size()));
                while (events.size() < max && !queue.isEmpty()) {
                    events.add(queue.removeFirst());
                }
                stuck = false;
                taken.signalAll();
                return events;
            } finally {
                lock.unlock();
            }
        }

        /// Waits until an event is there, `timeout` passed or this reader is closed, then takes all
        /// that wait.
        ///
        /// @throws InterruptedException when the waiting thread is interrupted
        public List<AppEvent> await(Duration timeout) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = timeout.toNanos();
                while (queue.isEmpty() && !closed && left > 0) {
                    left = arrived.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
            return drain(Integer.MAX_VALUE);
        }

        /// How many events were dropped because this reader was too slow.
        public long lost() {
            lock.lock();
            try {
                return lost;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            readers.remove(this);
            lock.lock();
            try {
                closed = true;
                arrived.signalAll();
                taken.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
