package io.hotlens.app.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks that coordinators asked for at a later time, held in memory until they are due. Safe from
/// any thread.
public final class FollowUps implements AutoCloseable {

    /// One look to come.
    ///
    /// @param chain 1 for the first look after an investigation that was asked for
    public record FollowUp(long number, Instant due, String reason, int chain) {}

    private record Waiting(FollowUp followUp, Thread timer) {}

    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private final InstantSource clock;
    private long next = 1;
    private boolean closed;

    FollowUps(InstantSource clock) {
        this.clock = clock;
    }

    /// Runs `then` when the delay has passed.
    synchronized void add(Duration delay, String reason, int chain, Runnable then) {
        if (closed) {
            return;
        }
        long number = next++;
        var followUp = new FollowUp(number, clock.instant().plus(delay), reason, chain);
        Thread timer =
                Thread.ofVirtual()
                        .name("hotlens-follow-up " + number)
                        .unstarted(
                                () -> {
                                    try {
                                        Thread.sleep(delay);
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                        return;
                                    }
                                    if (remove(number)) {
                                        then.run();
                                    }
                                });
        waiting.put(number, new Waiting(followUp, timer));
        timer.start();
    }

    private synchronized boolean remove(long number) {
        return waiting.remove(number) != null;
    }

    /// Those that wait, the oldest first.
    public synchronized List<FollowUp> list() {
        return waiting.values().stream().map(Waiting::followUp).toList();
    }

    /// Takes one back.
    ///
    /// @return false when it is not waiting any more
    public synchronized boolean cancel(long number) {
        Waiting removed = waiting.remove(number);
        if (removed == null) {
            return false;
        }
        removed.timer().interrupt();
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.values().forEach(w -> w.timer().interrupt());
        waiting.clear();
    }
}
