package io.hotlens.skills.demo;

import java.util.ArrayList;
import java.util.List;

/// A working set that needs nearly the whole heap, and steady requests: most of the time goes to
/// collecting.
public final class UndersizedHeapDemo {

    private static final List<byte[]> CATALOGUE = new ArrayList<>();

    private UndersizedHeapDemo() {}

    public static void main(String[] args) {
        long wanted = Runtime.getRuntime().maxMemory() / 100 * 72;
        for (long held = 0; held < wanted; held += 4096) {
            CATALOGUE.add(new byte[4096 - 24]);
        }
        for (int i = 1; i <= 2; i++) {
            Stage.start("search-" + i, () -> Garbage.makeForEver(150));
        }
        Stage.playUntilInputCloses();
    }
}
