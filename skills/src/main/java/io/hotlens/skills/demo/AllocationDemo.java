package io.hotlens.skills.demo;

/// Two threads parse far more than they need: a flood of short-lived objects in a heap that is
/// large enough.
public final class AllocationDemo {

    private AllocationDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 2; i++) {
            Stage.start("csv-parser-" + i, AllocationDemo::parse);
        }
        Stage.playUntilInputCloses();
    }

    private static void parse() {
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = 0; i < 400; i++) {
                Garbage.sink = new byte[10_000];
            }
            Stage.pauseMillis(3);
        }
    }
}
