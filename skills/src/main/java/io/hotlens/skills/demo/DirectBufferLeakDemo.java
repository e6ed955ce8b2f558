package io.hotlens.skills.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Every message gets a direct buffer of 256 KB that is kept, five each second; it stops at 150 MB,
/// so that the sick JVM stays up.
public final class DirectBufferLeakDemo {

    private static final int SIZE = 256 * 1024;
    private static final int MOST = 600;
    private static final List<ByteBuffer> KEPT = new ArrayList<>();

    private DirectBufferLeakDemo() {}

    public static void main(String[] args) {
        Stage.start(
                "message-encoder",
                () -> {
                    while (KEPT.size() < MOST) {
                        KEPT.add(ByteBuffer.allocateDirect(SIZE));
                        Stage.pauseMillis(200);
                    }
                });
        Stage.playUntilInputCloses();
    }
}
