package io.hotlens.skills.demo;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Two threads take a lock each, fail to get the other's in time, give up politely and try again,
/// for ever.
public final class LivelockDemo {

    private static final Lock LEFT = new ReentrantLock();
    private static final Lock RIGHT = new ReentrantLock();

    private static final CyclicBarrier IN_STEP = new CyclicBarrier(2);

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
        } catch (InterruptedException | BrokenBarrierException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The barrier stands for the unlucky timing by which the two stay in step.
    private static boolean attempt(Lock mine, Lock other)
            throws InterruptedException, BrokenBarrierException {
        mine.lock();
        try {
            IN_STEP.await();
            boolean both = other.tryLock(40, TimeUnit.MILLISECONDS);
            IN_STEP.await();
            return both;
        } finally {
            mine.unlock();
        }
    }
}
