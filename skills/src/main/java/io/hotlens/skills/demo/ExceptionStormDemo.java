package io.hotlens.skills.demo;

/// Every order is checked by throwing: about two thousand exceptions each second from one method.
public final class ExceptionStormDemo {

    private ExceptionStormDemo() {}

    /// What the check throws at an order it does not like.
    @SuppressWarnings("serial") // never leaves this process
    static final class RejectedOrder extends Exception {
        RejectedOrder(String message) {
            super(message);
        }
    }

    public static void main(String[] args) {
        Stage.start("order-intake", ExceptionStormDemo::takeOrders);
        Stage.playUntilInputCloses();
    }

    private static void takeOrders() {
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < 20; i++) {
                take(i);
            }
            Stage.pauseMillis(10);
        }
    }

    private static void take(int order) {
        try {
            check(order);
        } catch (RejectedOrder e) {
            Garbage.sink = e;
        }
    }

    private static void check(int order) throws RejectedOrder {
        throw new RejectedOrder("order " + order + " has no customer");
    }
}
