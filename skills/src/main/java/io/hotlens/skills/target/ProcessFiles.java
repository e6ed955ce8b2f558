package io.hotlens.skills.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Linux tells in `/proc` about one process. Everything is empty, zero or false when the entry
/// is gone or may not be read.
record ProcessFiles(long pid) implements ProcessReader {

    private static final Path PROC = Path.of("/proc");
    private static final Pattern CONTAINER_ID = Pattern.compile("([0-9a-f]{12})[0-9a-f]{52}");

    /// Linux counts in hundredths of a second, whatever the kernel's own beat.
    private static final double MS_PER_TICK = 10;

    private static final int SIGQUIT = 3;
    private static final int USER_TIME = 14;
    private static final int SYSTEM_TIME = 15;
    private static final int START_TIME = 22;

    /// Whether this system has `/proc` as Linux has it.
    static boolean supported() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /// Every process of this host.
    static List<Long> all() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    Path file(String name) {
        return PROC.resolve(Long.toString(pid)).resolve(name);
    }

    boolean exists() {
        return Files.exists(file("stat"));
    }

    @Override
    public Optional<String> text(String name) {
        try {
            return Optional.of(new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Map<Integer, String> openFiles() {
        var open = new TreeMap<Integer, String>();
        try (Stream<Path> links = Files.list(file("fd"))) {
            links.forEach(link -> linked(link).ifPresent(to -> open.put(descriptor(link), to)));
        } catch (IOException | java.io.UncheckedIOException _) {
            return Map.copyOf(open);
        }
        return Collections.unmodifiableMap(open);
    }

    private static int descriptor(Path link) {
        return Integer.parseInt(link.getFileName().toString());
    }

    private static Optional<String> linked(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Path reachable(String path) {
        return root().resolve(path.replaceFirst("^/+", ""));
    }

    @Override
    public List<NativeThread> nativeThreads() {
        try (Stream<Path> tasks = Files.list(file("task"))) {
            return tasks.map(task -> nativeThread(task.getFileName().toString()))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException _) {
            return List.of();
        }
    }

    private Optional<NativeThread> nativeThread(String id) {
        String stat = read("task/" + id + "/stat");
        String[] fields = fieldsOf(stat);
        if (fields.length <= SYSTEM_TIME - 3) {
            return Optional.empty();
        }
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        long ticks =
                Long.parseLong(fields[USER_TIME - 3]) + Long.parseLong(fields[SYSTEM_TIME - 3]);
        return Optional.of(
                new NativeThread(
                        Long.parseLong(id),
                        name,
                        fields[0].charAt(0),
                        ticks * MS_PER_TICK,
                        queuedMs(id)));
    }

    private double queuedMs(String id) {
        String[] fields = read("task/" + id + "/schedstat").strip().split(" ", -1);
        return fields.length < 2 ? 0 : Long.parseLong(fields[1]) / 1e6;
    }

    @Override
    public double cpuMs() {
        long ticks = cpuTicks();
        return ticks <= 0 ? -1 : ticks * MS_PER_TICK;
    }

    /// The process's root folder, as seen from outside.
    Path root() {
        return file("root");
    }

    /// One line of `status`, such as `Uid`.
    Optional<String> status(String key) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst();
    }

    /// The state's letter: R, S, D run or sleep; T, t stopped; Z zombie, X dead; space when
    /// unknown.
    char state() {
        String[] fields = statFields();
        return fields.length == 0 ? ' ' : fields[0].charAt(0);
    }

    /// When the process started, in clock ticks since boot: with the pid this names one process for
    /// ever. Zero when unknown.
    long startTicks() {
        return statNumber(START_TIME);
    }

    /// Processor time used, in clock ticks; zero when unknown.
    long cpuTicks() {
        return statNumber(USER_TIME) + statNumber(SYSTEM_TIME);
    }

    /// A field of `stat` by its number in proc(5).
    private long statNumber(int number) {
        String[] fields = statFields();
        return fields.length <= number - 3 ? 0 : Long.parseLong(fields[number - 3]);
    }

    private String[] statFields() {
        return fieldsOf(read("stat"));
    }

    /// The fields after the name, which itself may hold spaces and parentheses.
    private static String[] fieldsOf(String stat) {
        int end = stat.lastIndexOf(')');
        return end < 0 || end + 2 >= stat.length()
                ? new String[0]
                : stat.substring(end + 2).split(" ", -1);
    }

    /// Effective user id; negative when unknown.
    long uid() {
        return status("Uid").map(line -> Long.parseLong(line.split("\\s+", -1)[1])).orElse(-1L);
    }

    /// Whether a handler for SIGQUIT is set. Without one the signal would kill the process.
    boolean catchesQuit() {
        return status("SigCgt")
                .map(mask -> (Long.parseUnsignedLong(mask, 16) >> (SIGQUIT - 1) & 1) == 1)
                .orElse(false);
    }

    /// Whether the process has loaded HotSpot; empty when that may not be seen.
    Optional<Boolean> hasLibjvm() {
        if (!Files.isReadable(file("maps"))) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file("maps"), StandardCharsets.ISO_8859_1)) {
            return Optional.of(lines.anyMatch(line -> line.contains("/libjvm.so")));
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /// The process's id in its own namespace, the id that it knows itself by.
    long innermostPid() {
        return status("NSpid")
                .map(line -> line.split("\\s+", -1))
                .map(ids -> Long.parseLong(ids[ids.length - 1]))
                .orElse(pid);
    }

    /// Whether it numbers its processes apart from ours.
    boolean contained() {
        return innermostPid() != pid;
    }

    /// The container's short id, or `pid namespace` for one without a name; empty for none.
    String container() {
        String own = new ProcessFiles(ProcessHandle.current().pid()).cgroup();
        String theirs = cgroup();
        if (!contained() && theirs.equals(own)) {
            return "";
        }
        Matcher id = CONTAINER_ID.matcher(theirs);
        if (id.find()) {
            return id.group(1);
        }
        return contained() ? "pid namespace" : "";
    }

    private String cgroup() {
        return read("cgroup");
    }

    /// The name of the program, at most 15 characters.
    String command() {
        return read("comm").strip();
    }

    /// The command line, word by word.
    List<String> commandLine() {
        return Arrays.stream(read("cmdline").split("\0", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// The program's file; empty when it may not be seen.
    Optional<Path> executable() {
        try {
            return Optional.of(Files.readSymbolicLink(file("exe")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private String read(String name) {
        return text(name).orElse("");
    }
}
