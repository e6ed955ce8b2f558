package io.hotlens.skills.demo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Healthy: a pool of direct buffers fills up to 32 MB in its first seconds and is reused from then
/// on.
public final class BufferPoolDemo {

    private static final int SIZE = 512 * 1024;
    private static final int POOL = 64;

    private BufferPoolDemo() {}

    public static void main(String[] args) {
        Stage.start("network-writer", BufferPoolDemo::write);
        Stage.playUntilInputCloses();
    }

    private static void write() {
        List<ByteBuffer> pool = new ArrayList<>();
        for (int turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
            if (pool.size() < POOL) {
                pool.add(ByteBuffer.allocateDirect(SIZE));
            }
            pool.get(turn % pool.size()).clear().putLong(turn);
            Stage.pauseMillis(50);
        }
    }
}
