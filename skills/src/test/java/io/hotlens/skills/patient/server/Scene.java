package io.hotlens.skills.patient.server;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// What every patient with libraries does around its illness: says when it has begun, and ends with
/// whoever started it.
final class Scene {

    private Scene() {}

    /// Announces the illness, then waits until standard input closes and ends the process.
    static void playUntilInputCloses() {
        System.out.println("ready");
        System.out.flush();
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            System.err.println("standard input broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }

    /// Something that may fail.
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /// Starts `count` daemon threads, each of which does the work again and again; failures are
    /// part of the illness.
    static void loop(String name, int count, Work work) {
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(() -> repeat(work), name + "-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void repeat(Work work) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (Exception e) {
                pauseMillis(100);
            }
        }
    }

    static void pauseMillis(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
