package io.hotlens.skills.demo;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Healthy: four threads open, read and close some hundred files each second.
public final class FileChurnDemo {

    private FileChurnDemo() {}

    public static void main(String[] args) {
        for (int i = 1; i <= 4; i++) {
            Stage.start("template-renderer-" + i, FileChurnDemo::render);
        }
        Stage.playUntilInputCloses();
    }

    private static void render() {
        Path template = Path.of(System.getProperty("java.home"), "release");
        while (!Thread.currentThread().isInterrupted()) {
            try (FileInputStream in = new FileInputStream(template.toFile())) {
                Garbage.sink = in.readAllBytes();
                Stage.pauseMillis(5);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
