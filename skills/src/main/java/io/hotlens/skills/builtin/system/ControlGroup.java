package io.hotlens.skills.builtin.system;

import io.hotlens.skills.builtin.Beans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// The control group of a process as Linux shows it in files: version 2, and version 1 where the
/// controllers are mounted apart. A limit of an outer group holds for the inner ones too.
///
/// @param root where control groups are mounted
/// @param membership the text of `/proc/PID/cgroup`
record ControlGroup(Path root, String membership) {

    /// Version 1 says "no limit" with the largest number of pages.
    private static final double NO_LIMIT = 1L << 60;

    private static final double NANOS_PER_MS = 1e6;

    /// Periods in which the group was allowed to run, and those in which it was held back.
    record Throttling(double periods, double throttled, double throttledMs) {}

    /// The group's name, empty for the outermost one.
    String name() {
        return lines("cpu").or(() -> lines("")).map(path -> path.replaceFirst("^/", "")).orElse("");
    }

    /// How many processors the group may use; the least of it and the groups around it.
    OptionalDouble processors() {
        return least("cpu", ControlGroup::processorsOf);
    }

    /// How much memory the group may use in MB; the least of it and the groups around it.
    OptionalDouble memoryLimitMb() {
        return least("memory", ControlGroup::memoryLimitOf);
    }

    /// Memory of the group in MB, page cache that can be dropped at once left out.
    OptionalDouble memoryUsedMb() {
        return folder("memory").map(ControlGroup::memoryUsedOf).orElse(OptionalDouble.empty());
    }

    /// How often the innermost group with a CPU limit was held back; empty without a limit.
    Optional<Throttling> throttling() {
        return around("cpu")
                .filter(folder -> processorsOf(folder).isPresent())
                .findFirst()
                .flatMap(folder -> read(folder.resolve("cpu.stat")))
                .flatMap(ControlGroup::throttlingOf);
    }

    private OptionalDouble least(String controller, Function<Path, OptionalDouble> limit) {
        return around(controller)
                .map(limit)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min();
    }

    /// The group's folder and those around it, innermost first.
    private Stream<Path> around(String controller) {
        return folder(controller).stream()
                .flatMap(
                        inner ->
                                Stream.iterate(
                                        inner,
                                        folder -> folder.startsWith(root) && !folder.equals(root),
                                        Path::getParent));
    }

    /// Where the controller's files are: of version 1 when it is mounted apart, else of version 2.
    private Optional<Path> folder(String controller) {
        return lines(controller)
                .filter(_ -> Files.isDirectory(root.resolve(controller)))
                .map(path -> existing(root.resolve(controller), path))
                .or(() -> lines("").map(path -> existing(root, path)))
                .filter(Files::isDirectory);
    }

    /// Inside a container the outer part of the path is not to be seen: then the mount is the
    /// group.
    private static Path existing(Path mount, String path) {
        Path folder = mount.resolve(path.replaceFirst("^/+", "")).normalize();
        return folder.startsWith(mount) && Files.isDirectory(folder) ? folder : mount;
    }

    /// The group's path in the line of a controller, `0::/path` for version 2.
    private Optional<String> lines(String controller) {
        return membership
                .lines()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .filter(
                        parts ->
                                controller.isEmpty()
                                        ? parts[0].equals("0") && parts[1].isEmpty()
                                        : Stream.of(parts[1].split(",", -1))
                                                .anyMatch(controller::equals))
                .map(parts -> parts[2])
                .findFirst();
    }

    private static OptionalDouble processorsOf(Path folder) {
        Optional<String> max = read(folder.resolve("cpu.max"));
        if (max.isPresent()) {
            String[] parts = max.get().split("\\s+", -1);
            return parts.length < 2 ? OptionalDouble.empty() : share(parts[0], parts[1]);
        }
        return read(folder.resolve("cpu.cfs_quota_us"))
                .map(quota -> share(quota, read(folder.resolve("cpu.cfs_period_us")).orElse("")))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble share(String quota, String period) {
        OptionalDouble of = number(quota);
        OptionalDouble each = number(period);
        return of.isPresent() && each.orElse(0) > 0
                ? OptionalDouble.of(of.getAsDouble() / each.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble memoryLimitOf(Path folder) {
        return read(folder.resolve("memory.max"))
                .or(() -> read(folder.resolve("memory.limit_in_bytes")))
                .map(ControlGroup::number)
                .filter(bytes -> bytes.orElse(NO_LIMIT) < NO_LIMIT)
                .map(bytes -> OptionalDouble.of(Beans.megabytes(bytes.getAsDouble())))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble memoryUsedOf(Path folder) {
        Optional<String> used =
                read(folder.resolve("memory.current"))
                        .or(() -> read(folder.resolve("memory.usage_in_bytes")));
        if (used.isEmpty() || number(used.get()).isEmpty()) {
            return OptionalDouble.empty();
        }
        String stat = read(folder.resolve("memory.stat")).orElse("");
        double cache =
                value(stat, "total_inactive_file").orElse(value(stat, "inactive_file").orElse(0));
        return OptionalDouble.of(
                Beans.megabytes(Math.max(0, number(used.get()).orElse(0) - cache)));
    }

    private static Optional<Throttling> throttlingOf(String stat) {
        OptionalDouble periods = value(stat, "nr_periods");
        OptionalDouble throttled = value(stat, "nr_throttled");
        if (periods.isEmpty() || throttled.isEmpty()) {
            return Optional.empty();
        }
        double millis =
                value(stat, "throttled_usec").isPresent()
                        ? value(stat, "throttled_usec").getAsDouble() / 1000
                        : value(stat, "throttled_time").orElse(0) / NANOS_PER_MS;
        return Optional.of(new Throttling(periods.getAsDouble(), throttled.getAsDouble(), millis));
    }

    private static OptionalDouble value(String stat, String name) {
        return stat.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> number(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    /// A number that is not negative; `max` and -1 are none.
    private static OptionalDouble number(String text) {
        return text.strip().matches("\\d{1,19}")
                ? OptionalDouble.of(Double.parseDouble(text.strip()))
                : OptionalDouble.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
