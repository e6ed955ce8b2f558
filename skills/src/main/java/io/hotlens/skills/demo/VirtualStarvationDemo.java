package io.hotlens.skills.demo;

import java.util.concurrent.atomic.AtomicLong;

/// Reports that compute for half a minute run on virtual threads and keep the only carrier;
/// requests that need a moment wait behind them, more and more.
public final class VirtualStarvationDemo {

    private static final long REPORT_NANOS = 30_000_000_000L;
    private static final int MOST_WAITING = 2_000;
    private static final AtomicLong WAITING = new AtomicLong();

    private VirtualStarvationDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < 20; i++) {
            VirtualThreads.start(VirtualStarvationDemo::report);
        }
        Stage.start("request-acceptor", VirtualStarvationDemo::accept);
        Stage.playUntilInputCloses();
    }

    private static void report() {
        long until = System.nanoTime() + REPORT_NANOS;
        long sum = 0;
        while (System.nanoTime() < until) {
            for (int i = 0; i < 10_000; i++) {
                sum = sum * 31 + i;
            }
        }
        Garbage.sink = sum;
    }

    private static void accept() {
        while (!Thread.currentThread().isInterrupted()) {
            if (WAITING.get() < MOST_WAITING) {
                WAITING.incrementAndGet();
                VirtualThreads.start(WAITING::decrementAndGet);
            }
            Stage.pauseMillis(50);
        }
    }
}
