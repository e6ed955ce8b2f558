package io.hotlens.skills.demo;

import java.util.HashMap;
import java.util.Map;

/// Healthy: a cache fills for eight seconds and is then dropped, so the live set rises and falls
/// like a saw.
public final class SawtoothCacheDemo {

    private static final Map<Integer, byte[]> CACHE = new HashMap<>();

    private SawtoothCacheDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "cache-loader",
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        CACHE.clear();
                        for (int i = 0; i < 800; i++) {
                            CACHE.put(i, new byte[64 * 1024]);
                            Stage.pauseMillis(10);
                        }
                    }
                });
        Stage.start("request-handler", () -> Garbage.makeForEver(40));
        Stage.playUntilInputCloses();
    }
}
