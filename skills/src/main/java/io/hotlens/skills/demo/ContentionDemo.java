package io.hotlens.skills.demo;

/// Eight request threads share one lock that each holds for 15 ms, and work for as long without it:
/// whoever takes a monitor again at once would mostly get it, and the others starve.
public final class ContentionDemo {

    private static final class InventoryLock {}

    private static final Object INVENTORY = new InventoryLock();

    private ContentionDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 8; i++) {
            Stage.start("checkout-" + i, ContentionDemo::checkOut);
        }
        Stage.playUntilInputCloses();
    }

    private static void checkOut() {
        while (!Thread.currentThread().isInterrupted()) {
            synchronized (INVENTORY) {
                Stage.pauseMillis(15);
            }
            Stage.pauseMillis(15);
        }
    }
}
