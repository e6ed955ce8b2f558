package io.hotlens.skills.demo;

import java.util.HashMap;
import java.util.Map;

/// Healthy: a cache fills for five seconds and is then dropped, so the live set rises and falls
/// like a saw.
public final class SawtoothCacheDemo {

    private static final Map<Integer, byte[]> CACHE = new HashMap<>();

    private static final long TOOTH_NANOS = 5_000_000_000L;

    private SawtoothCacheDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "cache-loader",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        CACHE.clear();
                        long until = System.nanoTime() + TOOTH_NANOS;
                        for (int i = 0; System.nanoTime() < until; i++) {
                            CACHE.put(i, new byte[64 * 1024]);
                            Stage.pauseMillis(10);
                        }
                    }
                });
        Stage.start("request-handler", () -> Garbage.makeForEver(40));
        Stage.playUntilInputCloses();
    }
}
