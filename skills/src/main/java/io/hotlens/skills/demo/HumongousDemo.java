package io.hotlens.skills.demo;

/// One thread makes an array of 700 KB for each picture, which is more than half of G1's regions in
/// so small a heap: about 70 MB each second.
public final class HumongousDemo {

    private HumongousDemo() {}

    public static void main(String[] args) {
        Stage.start("thumbnail-maker", () -> makeArrays(700 * 1024, 10));
        Stage.playUntilInputCloses();
    }

    /// Allocates an array of this size again and again.
    static void makeArrays(int bytes, long pauseMillis) {
        while (!Thread.currentThread().isInterrupted()) {
            Garbage.sink = new byte[bytes];
            Stage.pauseMillis(pauseMillis);
        }
    }
}
