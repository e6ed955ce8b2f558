package io.hotlens.skills.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Adds up what the calls of one connection are estimated to cost its target. Safe from any thread.
final class CostMeter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final double PAUSE_MS_PER_THREAD = 0.02;

    private final InstantSource clock;
    private final Instant begin;
    private final Deque<Share> recent = new ArrayDeque<>();
    private long calls;
    private double pauseMs;

    /// Processor time used in one second.
    private static final class Share {
        final long second;
        double cpuMs;

        Share(long second) {
            this.second = second;
        }
    }

    CostMeter(InstantSource clock) {
        this.clock = clock;
        this.begin = clock.instant();
    }

    void count(CallKind kind) {
        add(kind.cpuMs(), kind.pauseMs());
    }

    /// A thread dump of `threads` threads, beyond what [CallKind#THREAD_PRINT] counts already.
    void countThreads(int threads) {
        double extra = Math.max(0, threads * PAUSE_MS_PER_THREAD - CallKind.THREAD_PRINT.pauseMs());
        synchronized (this) {
            pauseMs += extra;
        }
    }

    private synchronized void add(double cpuMs, double stopMs) {
        calls++;
        pauseMs += stopMs;
        long second = clock.instant().getEpochSecond();
        if (recent.isEmpty() || recent.getLast().second != second) {
            recent.addLast(new Share(second));
        }
        recent.getLast().cpuMs += cpuMs;
        forget(second);
    }

    private void forget(long second) {
        while (!recent.isEmpty() && recent.getFirst().second <= second - WINDOW.toSeconds()) {
            recent.removeFirst();
        }
    }

    synchronized ConnectionCost cost() {
        Instant now = clock.instant();
        forget(now.getEpochSecond());
        double cpuMs = recent.stream().mapToDouble(share -> share.cpuMs).sum();
        double age = Math.max(1.0, (double) Duration.between(begin, now).toMillis());
        double window = Math.min((double) WINDOW.toMillis(), age);
        return new ConnectionCost(
                calls, Duration.ofNanos((long) (pauseMs * 1e6)), 100 * cpuMs / window);
    }
}
