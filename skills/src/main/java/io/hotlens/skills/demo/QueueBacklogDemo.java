package io.hotlens.skills.demo;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One consumer takes seconds for each order, so that the queue is full and those who accept orders
/// wait for room.
public final class QueueBacklogDemo {

    private static final BlockingQueue<String> ORDERS = new LinkedBlockingQueue<>(8);

    private QueueBacklogDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 5; i++) {
            Stage.start("order-desk-" + i, QueueBacklogDemo::accept);
        }
        Stage.start("packer-1", QueueBacklogDemo::pack);
        Stage.playUntilInputCloses();
    }

    private static void accept() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ORDERS.put("order of " + Thread.currentThread().getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pack() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                String order = ORDERS.take();
                Stage.pauseMillis(1_500 + order.length());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
