package io.hotlens.skills.demo;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Two threads take a lock each, fail to get the other's in time, give up politely and try again,
/// for ever.
public final class LivelockDemo {

    private static final Lock LEFT = new ReentrantLock();
    private static final Lock RIGHT = new ReentrantLock();

    private LivelockDemo() {}

    public static void main(String[] args) {
        Stage.start("transfer-a", () -> transfer(LEFT, RIGHT));
        Stage.start("transfer-b", () -> transfer(RIGHT, LEFT));
        Stage.playUntilInputCloses();
    }

    private static void transfer(Lock mine, Lock other) {
        try {
            while (!attempt(mine, other)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The pace is set by the clock, so that the two stay in step and neither ever gets both locks.
    private static boolean attempt(Lock mine, Lock other) throws InterruptedException {
        long round = 100_000_000;
        long left = round - System.nanoTime() % round;
        TimeUnit.NANOSECONDS.sleep(left);
        mine.lock();
        try {
            TimeUnit.MILLISECONDS.sleep(20);
            return other.tryLock(40, TimeUnit.MILLISECONDS);
        } finally {
            mine.unlock();
        }
    }
}
