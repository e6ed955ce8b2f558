package io.hotlens.skills.demo;

/// Short-lived objects at a steady rate.
final class Garbage {

    /// Holds the newest object, so that the compiler cannot leave an allocation out.
    static volatile Object sink = "";

    private Garbage() {}

    /// Allocates about `mbPerSecond` until the process ends.
    static void makeForEver(int mbPerSecond) {
        int blocksPerTurn = Math.max(1, mbPerSecond * 1024 / 8 / 100);
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < blocksPerTurn; i++) {
                sink = new byte[8 * 1024];
            }
            Stage.pauseMillis(10);
        }
    }
}
