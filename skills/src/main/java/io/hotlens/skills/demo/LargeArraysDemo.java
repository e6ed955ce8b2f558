package io.hotlens.skills.demo;

/// Healthy: the same large arrays as in [HumongousDemo], in a heap whose regions are large enough.
public final class LargeArraysDemo {

    private LargeArraysDemo() {}

    public static void main(String[] args) {
        Stage.start("thumbnail-maker", () -> HumongousDemo.makeArrays(700 * 1024, 15));
        Stage.playUntilInputCloses();
    }
}
