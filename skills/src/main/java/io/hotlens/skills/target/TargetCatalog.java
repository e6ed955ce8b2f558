package io.hotlens.skills.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the JVMs of this host from files alone: it never attaches and never signals. Safe from any
/// thread; one instance remembers which processes are no JVMs, so listing again is cheap.
public final class TargetCatalog {

    private static final Duration MAY_STILL_BECOME_JVM = Duration.ofSeconds(30);

    /// Processes seen not to be JVMs, by process id, with their start time.
    private final Map<Long, Long> others = new ConcurrentHashMap<>();

    /// The JVMs that run now, by process id. Those that keep no performance data are found on Linux
    /// only.
    public List<JvmProcess> list() {
        return ProcessFiles.supported() ? fromProc() : fromPerfData();
    }

    private List<JvmProcess> fromProc() {
        List<Long> pids = ProcessFiles.all();
        others.keySet().retainAll(new TreeSet<>(pids));
        var found = new ArrayList<JvmProcess>();
        for (long pid : pids) {
            var files = new ProcessFiles(pid);
            long start = files.startTicks();
            if (others.getOrDefault(pid, -1L) == start) {
                continue;
            }
            if (isJvm(files)) {
                describe(pid, counters(pid)).ifPresent(found::add);
            } else if (isSettled(pid)) {
                others.put(pid, start);
            }
        }
        return List.copyOf(found);
    }

    private static boolean isJvm(ProcessFiles files) {
        if (files.state() == 'Z') {
            return false;
        }
        return files.hasLibjvm()
                .orElseGet(
                        () -> files.command().equals("java") || perfData(files.pid()).isPresent());
    }

    private static boolean isSettled(long pid) {
        return startOf(pid).isBefore(Instant.now().minus(MAY_STILL_BECOME_JVM));
    }

    private List<JvmProcess> fromPerfData() {
        return PerfDataFiles.onHost().keySet().stream()
                .flatMap(pid -> describe(pid, counters(pid)).stream())
                .toList();
    }

    /// The counters of `pid`, unless its file was left behind by an earlier process of that id.
    private static Optional<PerfDataFile> counters(long pid) {
        return perfData(pid).flatMap(_ -> PerfDataFile.of(pid));
    }

    private static Optional<Path> perfData(long pid) {
        return PerfDataFiles.find(pid).filter(file -> isOf(file, startOf(pid)));
    }

    private static boolean isOf(Path file, Instant start) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(start.minusSeconds(2));
        } catch (IOException _) {
            return false;
        }
    }

    private static Instant startOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().startInstant())
                .orElse(Instant.EPOCH);
    }

    private static Optional<JvmProcess> describe(long pid, Optional<PerfDataFile> counters) {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) {
            return Optional.empty();
        }
        var files = new ProcessFiles(pid);
        boolean self = pid == ProcessHandle.current().pid();
        JavaCommand command = JavaCommand.of(counters, files);
        return Optional.of(
                new JvmProcess(
                        pid,
                        command.main(),
                        command.name(),
                        command.arguments(),
                        version(counters, files),
                        handle.get().info().user().orElse(""),
                        startOf(pid),
                        files.container(),
                        self
                                ? ""
                                : AttachChecks.firstBad(AttachChecks.of(pid))
                                        .map(Check::sentence)
                                        .orElse(""),
                        self));
    }

    private static String version(Optional<PerfDataFile> counters, ProcessFiles files) {
        return counters.flatMap(known -> known.text("java.property.java.version"))
                .or(() -> files.executable().flatMap(TargetCatalog::releaseVersion))
                .orElse("");
    }

    /// The version in the file `release` of the JDK that the program belongs to.
    private static Optional<String> releaseVersion(Path executable) {
        Path home = Optional.ofNullable(executable.getParent()).map(Path::getParent).orElse(null);
        if (home == null || !Files.isReadable(home.resolve("release"))) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.substring(13).replace("\"", ""))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
