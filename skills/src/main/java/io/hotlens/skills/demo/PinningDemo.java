package io.hotlens.skills.demo;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Virtual threads load plug-ins that wait for a licence server in their static initializer, about
/// three each second: while a class initializes, its virtual thread keeps its carrier.
public final class PinningDemo {

    private PinningDemo() {}

    /// The class that is loaded again and again; its loader shows it only public classes.
    static final class Plugin {
        static final long LICENSED_AT = askForLicence();

        private Plugin() {}

        private static long askForLicence() {
            long until = System.nanoTime() + 250_000_000;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return until;
        }
    }

    public static void main(String[] args) throws IOException {
        byte[] code = OneClassLoader.codeOf(Plugin.class);
        Stage.start(
                "plugin-host",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        VirtualThreads.start(() -> load(code));
                        Stage.pauseMillis(330);
                    }
                });
        Stage.playUntilInputCloses();
    }

    private static void load(byte[] code) {
        try {
            Class<?> plugin = new OneClassLoader(Plugin.class.getName(), code).loadClass();
            Garbage.sink = Class.forName(plugin.getName(), true, plugin.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
