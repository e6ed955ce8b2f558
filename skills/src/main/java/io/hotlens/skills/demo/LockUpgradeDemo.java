package io.hotlens.skills.demo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A worker asks for the write lock while it still holds the read lock, and so waits for itself;
/// all others wait behind it. The JVM reports no deadlock, because read locks have no owner.
public final class LockUpgradeDemo {

    private static final ReentrantReadWriteLock PRICES = new ReentrantReadWriteLock();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private LockUpgradeDemo() {}

    public static void main(String[] args) {
        ExecutorService requests =
                Executors.newFixedThreadPool(
                        6,
                        body -> {
                            Thread thread = new Thread(body);
                            thread.setName("price-request-" + NUMBER.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
        requests.execute(LockUpgradeDemo::refreshPrice);
        Stage.pauseMillis(200);
        for (int i = 0; i < 5; i++) {
            requests.execute(LockUpgradeDemo::readPrice);
        }
        Stage.playUntilInputCloses();
    }

    private static void refreshPrice() {
        PRICES.readLock().lock();
        try {
            PRICES.writeLock().lock();
            try {
                System.out.println("never printed");
            } finally {
                PRICES.writeLock().unlock();
            }
        } finally {
            PRICES.readLock().unlock();
        }
    }

    private static void readPrice() {
        PRICES.readLock().lock();
        try {
            System.out.println("never printed either");
        } finally {
            PRICES.readLock().unlock();
        }
    }
}
