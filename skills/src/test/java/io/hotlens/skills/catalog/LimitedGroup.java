package io.hotlens.skills.catalog;

import io.hotlens.skills.patient.Eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A control group made for one test, with a CPU limit and, where that is possible, a memory limit.
/// Removed again when it closes, after its processes ended.
final class LimitedGroup implements AutoCloseable {

    static final double PROCESSORS = 0.3;
    static final double MEMORY_MB = 600;

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String QUOTA = "30000";
    private static final String PERIOD = "100000";

    private final List<Path> folders;
    private final boolean memory;

    private LimitedGroup(List<Path> folders, boolean memory) {
        this.folders = folders;
        this.memory = memory;
    }

    /// Empty where control groups are missing or may not be written.
    static Optional<LimitedGroup> create() {
        String name = "hotlens-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        return Files.isDirectory(ROOT.resolve("cpu")) ? first(name) : second(name);
    }

    private static Optional<LimitedGroup> first(String name) {
        var folders = new ArrayList<Path>();
        try {
            Path cpu = Files.createDirectory(ROOT.resolve("cpu").resolve(name));
            folders.add(cpu);
            Files.writeString(cpu.resolve("cpu.cfs_period_us"), PERIOD);
            Files.writeString(cpu.resolve("cpu.cfs_quota_us"), QUOTA);
            Path memory = Files.createDirectory(ROOT.resolve("memory").resolve(name));
            folders.add(memory);
            Files.writeString(memory.resolve("memory.limit_in_bytes"), bytes());
            return Optional.of(new LimitedGroup(folders, true));
        } catch (IOException _) {
            remove(folders);
            return Optional.empty();
        }
    }

    private static Optional<LimitedGroup> second(String name) {
        var folders = new ArrayList<Path>();
        try {
            Path group = Files.createDirectory(ROOT.resolve(name));
            folders.add(group);
            Files.writeString(group.resolve("cpu.max"), QUOTA + " " + PERIOD);
            boolean memory = Files.isWritable(group.resolve("memory.max"));
            if (memory) {
                Files.writeString(group.resolve("memory.max"), bytes());
            }
            return Optional.of(new LimitedGroup(folders, memory));
        } catch (IOException _) {
            remove(folders);
            return Optional.empty();
        }
    }

    private static String bytes() {
        return Long.toString((long) MEMORY_MB << 20);
    }

    boolean limitsMemory() {
        return memory;
    }

    /// Puts a process into the group.
    void take(long pid) throws IOException {
        for (Path folder : folders) {
            Files.writeString(folder.resolve("cgroup.procs"), Long.toString(pid));
        }
    }

    @Override
    public void close() {
        Eventually.within(Duration.ofSeconds(10), "the group is empty", () -> remove(folders));
    }

    private static boolean remove(List<Path> folders) {
        boolean all = true;
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException _) {
                all = false;
            }
        }
        return all;
    }
}
