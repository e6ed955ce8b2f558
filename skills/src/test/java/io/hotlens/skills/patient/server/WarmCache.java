package io.hotlens.skills.patient.server;

/// Healthy: a cache that has missed each of two thousand goods once and then has them all.
public final class WarmCache {

    private WarmCache() {}

    public static void main(String[] args) {
        Catalogue.sell(10_000, 2_000);
        Scene.pauseMillis(4_000);
        Scene.playUntilInputCloses();
    }
}
