package io.hotlens.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The threads of a target that exist for a connection. One that has ended counts as it was seen
/// last, so look often.
final class OursInTarget {

    private static final List<String> NAMES = List.of("RMI ", "JMX ", "JFR ", "Attach ", "Notific");

    private final Path tasks;
    private final Map<Path, Double> used = new HashMap<>();

    OursInTarget(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    /// Looks; the processor time that they have used, in milliseconds.
    double cpuMs() throws IOException {
        try (Stream<Path> threads = Files.list(tasks)) {
            threads.forEach(one -> used.merge(one, cpuMs(one), Math::max));
        }
        return used.values().stream().mapToDouble(Double::doubleValue).sum();
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
