package io.hotlens.skills.demo;

/// A "memory cleaner" that calls System.gc() twice a second.
public final class ExplicitGcDemo {

    private ExplicitGcDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "memory-cleaner",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        System.gc();
                        Stage.pauseMillis(500);
                    }
                });
        Stage.start("request-handler", () -> Garbage.makeForEver(10));
        Stage.playUntilInputCloses();
    }
}
