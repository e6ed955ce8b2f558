package io.hotlens.skills.demo;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// Healthy: four workers serve requests steadily, computing and allocating moderately, with a lock
/// that is held for microseconds.
public final class BusyDemo {

    private static final ConcurrentMap<Long, String> RECENT = new ConcurrentHashMap<>();
    private static final AtomicLong SERVED = new AtomicLong();
    private static final Object STATISTICS = new Object();
    static long sum;

    private BusyDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 4; i++) {
            Stage.start("http-worker-" + i, BusyDemo::serve);
        }
        Stage.playUntilInputCloses();
    }

    private static void serve() {
        while (!Thread.currentThread().isInterrupted()) {
            long request = SERVED.incrementAndGet();
            String page = "page " + hash(request);
            RECENT.put(request % 1_000, page);
            synchronized (STATISTICS) {
                sum += page.length();
            }
            Stage.pauseMillis(4);
        }
    }

    private static long hash(long request) {
        long value = request;
        for (int i = 0; i < 20_000; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L;
        }
        return value;
    }
}
