package io.hotlens.skills.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Every worker of a pool waits for a task that is queued in the same pool, so nothing ever runs
/// again.
public final class PoolStarvationDemo {

    private static final int WORKERS = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ExecutorService REPORTS =
            Executors.newFixedThreadPool(
                    WORKERS,
                    body -> {
                        Thread thread = new Thread(body, "report-" + NUMBER.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
    private static final CountDownLatch ALL_BUSY = new CountDownLatch(WORKERS);

    private PoolStarvationDemo() {}

    public static void main(String[] args) {
        for (int i = 0; i < WORKERS; i++) {
            REPORTS.execute(PoolStarvationDemo::buildReport);
        }
        Stage.playUntilInputCloses();
    }

    private static void buildReport() {
        try {
            ALL_BUSY.countDown();
            ALL_BUSY.await();
            Future<String> section = REPORTS.submit(() -> "section");
            System.out.println(section.get());
        } catch (InterruptedException | ExecutionException e) {
            System.err.println(e.getMessage());
        }
    }
}
