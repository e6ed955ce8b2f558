package io.hotlens.skills.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// A compressor is made for each archive and never ended, so that its native memory stays, about a
/// quarter of a MB each; it stops at about 350 MB, so that the sick JVM stays up.
public final class NativeLeakDemo {

    private static final int MOST = 1_400;
    private static final List<Deflater> KEPT = new ArrayList<>();

    private NativeLeakDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "archive-writer",
                () -> {
                    byte[] page = new byte[64 * 1024];
                    while (KEPT.size() < MOST) {
                        KEPT.add(compress(page));
                        Stage.pauseMillis(80);
                    }
                });
        Stage.playUntilInputCloses();
    }

    private static Deflater compress(byte[] page) {
        Deflater deflater = new Deflater();
        deflater.setInput(page);
        deflater.finish();
        Garbage.sink = deflater.deflate(new byte[page.length]);
        return deflater;
    }
}
