package io.hotlens.skills.demo;

/// Objects with a slow finalizer are made faster than the one finalizer thread can work them off.
public final class FinalizerDemo {

    private FinalizerDemo() {}

    /// A connection that closes itself, slowly, when it is collected.
    static final class LegacyConnection {
        private final byte[] buffer = new byte[4 * 1024];

        @Override
        @SuppressWarnings({"removal", "deprecation", "Finalize"}) // the illness itself
        protected void finalize() {
            Garbage.sink = "closed " + buffer.length;
            Stage.pauseMillis(50);
        }
    }

    public static void main(String[] args) {
        Stage.start(
                "legacy-client",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Garbage.sink = new LegacyConnection();
                        Stage.pauseMillis(2);
                    }
                });
        Stage.start("request-handler", () -> Garbage.makeForEver(60));
        Stage.playUntilInputCloses();
    }
}
