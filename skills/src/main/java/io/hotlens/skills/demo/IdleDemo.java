package io.hotlens.skills.demo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Healthy: a pool of idle workers and a timer that does next to nothing.
public final class IdleDemo {

    private IdleDemo() {}

    @SuppressWarnings("FutureReturnValueIgnored") // the tasks run until the process ends
    public static void main(String[] args) {
        ScheduledExecutorService timer =
                Executors.newScheduledThreadPool(
                        4,
                        body -> {
                            Thread thread = new Thread(body, "housekeeping");
                            thread.setDaemon(true);
                            return thread;
                        });
        for (int i = 0; i < 4; i++) {
            timer.scheduleAtFixedRate(Thread::onSpinWait, 0, 1, TimeUnit.SECONDS);
        }
        Stage.playUntilInputCloses();
    }
}
