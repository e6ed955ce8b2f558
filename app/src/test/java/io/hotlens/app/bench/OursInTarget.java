package io.hotlens.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The threads of a target that exist for a connection.
final class OursInTarget {

    private static final List<String> NAMES = List.of("RMI ", "JMX ", "JFR ", "Attach ", "Notific");

    private OursInTarget() {}

    /// Processor time that they have used, in milliseconds.
    static double cpuMs(long pid) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.mapToDouble(OursInTarget::cpuMs).sum();
        }
    }

    private static double cpuMs(Path thread) {
        try {
            String name = Files.readString(thread.resolve("comm"));
            return NAMES.stream().anyMatch(name::startsWith)
                    ? Double.parseDouble(
                                    Files.readString(thread.resolve("schedstat")).split(" ", -1)[0])
                            / 1e6
                    : 0;
        } catch (IOException _) {
            return 0;
        }
    }
}
