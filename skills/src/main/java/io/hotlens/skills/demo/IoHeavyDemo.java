package io.hotlens.skills.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The whole state of 4 MB is written to its file again after every change: about 150 MB each
/// second, which the page cache of the operating system absorbs.
public final class IoHeavyDemo {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 64;

    private IoHeavyDemo() {}

    public static void main(String[] args) {
        Stage.start("state-saver", IoHeavyDemo::save);
        Stage.playUntilInputCloses();
    }

    private static void save() {
        byte[] block = new byte[BLOCK];
        try {
            Path file = Files.createTempFile("hotlens-state", ".bin");
            try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
                Files.delete(file);
                while (!Thread.currentThread().isInterrupted()) {
                    out.seek(0);
                    for (int i = 0; i < BLOCKS; i++) {
                        out.write(block);
                    }
                    Stage.pauseMillis(22);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
