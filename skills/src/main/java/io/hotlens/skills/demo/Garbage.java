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

    /// Allocates about 25 MB each second of which the newest 6 MB stay, so that objects grow old
    /// before they die and the old generation has to be collected too.
    static void makeMiddleAged() {
        byte[][] newest = new byte[400][];
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            newest[i % newest.length] = new byte[16 * 1024];
            if (i % 16 == 0) {
                sink = newest;
                Stage.pauseMillis(10);
            }
        }
    }
}
