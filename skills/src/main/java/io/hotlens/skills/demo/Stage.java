package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// What every demo does around its illness: says when it has begun, and ends with whoever started
/// it.
final class Stage {

    /// The line on standard output that says the illness has begun.
    static final String READY = "ready";

    private Stage() {}

    /// Announces the illness, then waits until standard input closes and ends the process.
    static void playUntilInputCloses() {
        System.out.println(READY);
        System.out.flush();
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        System.exit(0);
    }

    static Thread start(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void pauseMillis(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
