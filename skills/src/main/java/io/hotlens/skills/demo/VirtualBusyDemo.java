package io.hotlens.skills.demo;

import java.util.concurrent.atomic.AtomicLong;

/// Healthy: a thousand virtual threads, each waiting most of the time and computing for a moment,
/// so that the queue of their scheduler is hardly ever empty and always moves.
public final class VirtualBusyDemo {

    private static final AtomicLong SERVED = new AtomicLong();

    private VirtualBusyDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 1_000; i++) {
            VirtualThreads.start(VirtualBusyDemo::serve);
        }
        Stage.playUntilInputCloses();
    }

    private static void serve() {
        while (!Thread.currentThread().isInterrupted()) {
            long value = SERVED.incrementAndGet();
            for (int i = 0; i < 10_000; i++) {
                value = value * 6364136223846793005L + 1442695040888963407L;
            }
            Garbage.sink = value;
            Stage.pauseMillis(100);
        }
    }
}
