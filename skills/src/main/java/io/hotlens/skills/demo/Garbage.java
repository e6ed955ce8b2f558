package io.hotlens.skills.demo;

/// Short-lived objects at a steady rate.
final class Garbage {

    /// Written so that the compiler cannot drop an allocation.
    static volatile int sink;

    private Garbage() {}

    /// Allocates about `mbPerSecond` until the process ends.
    static void makeForEver(int mbPerSecond) {
        int blocksPerTurn = Math.max(1, mbPerSecond * 1024 / 8 / 100);
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < blocksPerTurn; i++) {
                sink = new byte[8 * 1024].length;
            }
            Stage.pauseMillis(10);
        }
    }
}
