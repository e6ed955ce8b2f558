package io.hotlens.skills.demo;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A template file is opened for each request and never closed, five times a second; it stops short
/// of the usual limit, so that the sick JVM stays up.
public final class FdLeakDemo {

    private static final int MOST = 600;
    private static final List<FileInputStream> OPEN = new ArrayList<>();

    private FdLeakDemo() {}

    public static void main(String[] args) {
        Stage.start("template-renderer", FdLeakDemo::leak);
        Stage.playUntilInputCloses();
    }

    @SuppressWarnings("StreamResourceLeak") // the illness itself
    private static void leak() {
        Path template = Path.of(System.getProperty("java.home"), "release");
        while (OPEN.size() < MOST) {
            try {
                OPEN.add(new FileInputStream(template.toFile()));
            } catch (IOException e) {
                System.err.println("no template: " + e.getMessage());
            }
            Stage.pauseMillis(200);
        }
    }
}
