package io.hotlens.skills.demo;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Healthy: a queue that is always full between a quick reader and two steady writers; the reader
/// waits for room all the time, but never long.
public final class BackPressureDemo {

    private static final BlockingQueue<String> LINES = new LinkedBlockingQueue<>(50);

    private BackPressureDemo() {}

    public static void main(String[] args) {
        Stage.start("reader-1", BackPressureDemo::read);
        for (int i = 1; i <= 2; i++) {
            Stage.start("writer-" + i, BackPressureDemo::write);
        }
        Stage.playUntilInputCloses();
    }

    private static void read() {
        try {
            for (long line = 0; !Thread.currentThread().isInterrupted(); line++) {
                LINES.put("line " + line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String line = LINES.take();
                Stage.pauseMillis(4 + line.length() % 3);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
