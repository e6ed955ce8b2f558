package io.hotlens.skills.demo;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Two threads read records from devices that deliver one each 60 ms; named pipes stand for the
/// devices. Needs the command `mkfifo`.
public final class SlowFileDemo {

    private SlowFileDemo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        for (int i = 1; i <= 2; i++) {
            Path device = device("tape-" + i);
            Stage.start("tape-drive-" + i, () -> deliver(device));
            Stage.start("archive-reader-" + i, () -> readRecords(device));
        }
        Stage.playUntilInputCloses();
    }

    private static Path device(String name) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hotlens-demo");
        Path device = folder.resolve(name);
        int status = new ProcessBuilder("mkfifo", device.toString()).start().waitFor();
        if (status != 0) {
            throw new IOException("mkfifo ended with " + status);
        }
        folder.toFile().deleteOnExit();
        device.toFile().deleteOnExit();
        return device;
    }

    private static void deliver(Path device) {
        try (FileOutputStream out = new FileOutputStream(device.toFile())) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(new byte[512]);
                Stage.pauseMillis(60);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readRecords(Path device) {
        byte[] block = new byte[512];
        try (FileInputStream in = new FileInputStream(device.toFile())) {
            while (in.read(block) >= 0) {
                Garbage.sink = block;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
