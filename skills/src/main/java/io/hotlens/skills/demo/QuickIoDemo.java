package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Healthy: a journal of about 6 MB each second, written in blocks, begun anew at 16 MB and forced
/// to the disk once a second.
public final class QuickIoDemo {

    private static final int BLOCK = 64 * 1024;
    private static final long LARGEST = 16L << 20;

    private QuickIoDemo() {}

    public static void main(String[] args) {
        Stage.start("journal", QuickIoDemo::write);
        Stage.playUntilInputCloses();
    }

    private static void write() {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try {
            Path file = Files.createTempFile("hotlens-journal", ".log");
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
                Files.delete(file);
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    out.write(block.clear());
                    if (out.position() >= LARGEST) {
                        out.position(0);
                    }
                    if (i % 100 == 99) {
                        out.force(false);
                    }
                    Stage.pauseMillis(10);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
