package io.hotlens.skills.demo;

/// Healthy: short-lived objects fill a large young generation for the first time, so that the
/// process's resident memory rises for a minute without any leak.
public final class HeapTouchDemo {

    private HeapTouchDemo() {}

    public static void main(String[] args) {
        Stage.start("report-reader", () -> Garbage.makeForEver(5));
        Stage.playUntilInputCloses();
    }
}
