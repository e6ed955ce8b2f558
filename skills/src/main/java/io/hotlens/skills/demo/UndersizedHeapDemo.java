package io.hotlens.skills.demo;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// A working set that needs nearly the whole heap, and searches that come just often enough for
/// collecting to take a fifth of the time: how many those are depends on the machine.
public final class UndersizedHeapDemo {

    private record Hit(int rank, Object item) {}

    private static final List<byte[]> CATALOGUE = new ArrayList<>();

    private static final int HITS = 300;
    private static final int OPEN_PAGES = 100;
    private static final double WANTED_SHARE = 0.2;

    private static volatile int searchesPerTurn = 50;

    private UndersizedHeapDemo() {}

    public static void main(String[] args) {
        long wanted = Runtime.getRuntime().maxMemory() / 100 * 72;
        for (long held = 0; held < wanted; held += 4096) {
            CATALOGUE.add(new byte[4096 - 24]);
        }
        for (int i = 1; i <= 2; i++) {
            Stage.start("search-" + i, UndersizedHeapDemo::search);
        }
        Stage.start("visitors", UndersizedHeapDemo::comeAndGo);
        Stage.playUntilInputCloses();
    }

    private static void search() {
        Object[] pages = new Object[OPEN_PAGES];
        int next = 0;
        while (!Thread.currentThread().isInterrupted()) {
            for (int i = searchesPerTurn; i > 0; i--) {
                List<Hit> hits = new ArrayList<>(HITS);
                for (int rank = 0; rank < HITS; rank++) {
                    hits.add(new Hit(rank, CATALOGUE.get(rank)));
                }
                pages[next] = hits;
                next = (next + 1) % pages.length;
            }
            Garbage.sink = pages;
            Stage.pauseMillis(10);
        }
    }

    private static void comeAndGo() {
        long collectedThen = collectedMillis();
        long then = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            Stage.pauseMillis(250);
            long collected = collectedMillis();
            long now = System.nanoTime();
            double share = (collected - collectedThen) * 1e6 / (now - then);
            collectedThen = collected;
            then = now;
            searchesPerTurn = paced(searchesPerTurn, WANTED_SHARE / Math.max(share, 0.01));
        }
    }

    private static int paced(int searches, double wantedChange) {
        double change = Math.max(0.5, Math.min(wantedChange, 1.5));
        return (int) Math.max(5, Math.min(searches * change, 5_000));
    }

    /// How long the application was stopped for collections so far.
    private static long collectedMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> !collector.getName().contains("Concurrent"))
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
