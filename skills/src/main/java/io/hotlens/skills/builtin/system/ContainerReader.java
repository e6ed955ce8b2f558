package io.hotlens.skills.builtin.system;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.TargetInfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// The control group (version 2) of a local target's process: its limits, and how often it was held
/// back.
final class ContainerReader {

    private static final Path PROC = Path.of("/proc");
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    private final TargetInfo info;
    private long periodsBefore = -1;
    private long throttledBefore = -1;

    /// Limits of a control group; empty ones are not set.
    record Limits(
            String group,
            Optional<Double> processors,
            Optional<Double> memoryMb,
            Optional<Double> usedMb) {}

    ContainerReader(SkillContext context) {
        info = context.connection().info();
    }

    Optional<Path> group() {
        OptionalLong pid = info.pid();
        if (!info.sameHost() || pid.isEmpty()) {
            return Optional.empty();
        }
        return read(PROC.resolve(Long.toString(pid.getAsLong())).resolve("cgroup"))
                .flatMap(text -> text.lines().filter(line -> line.startsWith("0::/")).findFirst())
                .map(line -> GROUPS.resolve(line.substring(4)))
                .filter(Files::isDirectory);
    }

    Optional<Limits> limits() {
        return group().map(
                        group ->
                                new Limits(
                                        GROUPS.relativize(group).toString(),
                                        read(group.resolve("cpu.max"))
                                                .flatMap(ContainerReader::processors),
                                        read(group.resolve("memory.max"))
                                                .flatMap(ContainerReader::megabytes),
                                        read(group.resolve("memory.current"))
                                                .flatMap(ContainerReader::megabytes)));
    }

    private static Optional<Double> processors(String cpuMax) {
        String[] parts = cpuMax.strip().split(" ", -1);
        return parts.length == 2 && !parts[0].equals("max")
                ? Optional.of(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]))
                : Optional.empty();
    }

    private static Optional<Double> megabytes(String bytes) {
        return bytes.strip().equals("max")
                ? Optional.empty()
                : Optional.of(Beans.megabytes(Double.parseDouble(bytes.strip())));
    }

    /// Share of the scheduling periods since the last call in which the group was held back.
    synchronized Reading throttledPct() {
        Optional<String> stat = group().flatMap(group -> read(group.resolve("cpu.stat")));
        OptionalLong periods =
                stat.map(text -> value(text, "nr_periods")).orElse(OptionalLong.empty());
        OptionalLong throttled =
                stat.map(text -> value(text, "nr_throttled")).orElse(OptionalLong.empty());
        if (periods.isEmpty() || throttled.isEmpty()) {
            return Reading.unavailable("the process has no CPU limit that this machine can see");
        }
        long newPeriods = periods.getAsLong() - periodsBefore;
        long newThrottled = throttled.getAsLong() - throttledBefore;
        boolean first = periodsBefore < 0;
        periodsBefore = periods.getAsLong();
        throttledBefore = throttled.getAsLong();
        return first || newPeriods <= 0
                ? Reading.of(0)
                : Reading.of(100.0 * newThrottled / newPeriods);
    }

    /// The kernel's readiness to kill the process when memory runs out, 0 to 2000.
    Reading oomScore() {
        OptionalLong pid = info.pid();
        if (!info.sameHost() || pid.isEmpty()) {
            return Reading.unavailable("only on the same host");
        }
        return read(PROC.resolve(Long.toString(pid.getAsLong())).resolve("oom_score"))
                .map(text -> Reading.of(Double.parseDouble(text.strip())))
                .orElseGet(() -> Reading.unavailable("only on Linux"));
    }

    private static OptionalLong value(String stat, String name) {
        return stat.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
