package io.hotlens.skills.demo;

import java.util.concurrent.CountDownLatch;

/// Two threads lock an order and a stock entry in opposite order.
public final class DeadlockDemo {

    private static final class OrderLock {}

    private static final class StockLock {}

    private static final Object ORDER = new OrderLock();
    private static final Object STOCK = new StockLock();
    private static final CountDownLatch BOTH_HOLD = new CountDownLatch(2);

    private DeadlockDemo() {}

    public static void main(String[] args) {
        Stage.start("order-writer", () -> lockInTurn(ORDER, STOCK));
        Stage.start("stock-writer", () -> lockInTurn(STOCK, ORDER));
        Stage.playUntilInputCloses();
    }

    private static void lockInTurn(Object first, Object second) {
        synchronized (first) {
            BOTH_HOLD.countDown();
            try {
                BOTH_HOLD.await();
            } catch (InterruptedException e) {
                return;
            }
            synchronized (second) {
                System.out.println("never printed");
            }
        }
    }
}
