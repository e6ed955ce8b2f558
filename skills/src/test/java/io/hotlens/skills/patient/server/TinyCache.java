package io.hotlens.skills.patient.server;

/// A cache of a hundred entries for fifty thousand goods that are asked for in turn: it never
/// helps.
public final class TinyCache {

    private TinyCache() {}

    public static void main(String[] args) {
        Catalogue.sell(100, 50_000);
        Scene.playUntilInputCloses();
    }
}
