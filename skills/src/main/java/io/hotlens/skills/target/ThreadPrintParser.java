package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `Thread.print` prints, from JDK 8 to 25. Thread names may hold anything, line breaks
/// and quotes too.
final class ThreadPrintParser {

    private static final Pattern HEADER =
            Pattern.compile(
                    "^\"(?<name>.*)\" (?:#(?<id>\\d+) )?(?:\\[\\d+\\] )?(?<daemon>daemon )?"
                            + "(?:prio=\\d+ )?os_prio=-?\\d+ (?:cpu=(?<cpu>[\\d.]+)ms )?"
                            + "(?:elapsed=(?<elapsed>[\\d.]+)s )?.*?tid=0x\\p{XDigit}+ .*",
                    Pattern.DOTALL);
    private static final Pattern STATE =
            Pattern.compile("^   java\\.lang\\.Thread\\.State: (\\w+)(?: \\((.*)\\))?.*");
    private static final Pattern MOUNTED = Pattern.compile("^   Mounted virtual thread #(\\d+).*");
    private static final Pattern FRAME =
            Pattern.compile("^\\s+at (?<method>[^(]+)\\((?:.*/)?(?<place>[^/]*)\\)\\s*$");
    private static final Pattern PLACE = Pattern.compile("(.*):(\\d+)");
    private static final Pattern LOCK =
            Pattern.compile(
                    "^\\s+- (?<kind>[a-z][a-z() -]*?)\\s+<(?<at>0x\\p{XDigit}+)> \\(a"
                            + " (?<type>.*)\\)\\s*$");
    private static final String DEADLOCKS = "\nFound one Java-level deadlock:";
    private static final int LONGEST_NAME_LINES = 50;

    private ThreadPrintParser() {}

    static ThreadDump parse(Instant at, String text) {
        int section = text.indexOf(DEADLOCKS);
        String dump = section < 0 ? text : text.substring(0, section);
        var threads = new ArrayList<ThreadDump.Stack>();
        Building current = null;
        Iterator<String> lines = dump.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("\"")) {
                Building next = header(line, lines);
                if (next != null) {
                    finish(current, threads);
                    current = next;
                }
            } else if (line.isEmpty()) {
                finish(current, threads);
                current = null;
            } else if (current != null) {
                current = take(line, current, threads);
            }
        }
        finish(current, threads);
        List<List<Long>> deadlocks =
                section < 0 ? List.of() : DeadlockSection.parse(text.substring(section), threads);
        return new ThreadDump(at, threads, deadlocks);
    }

    private static void finish(@Nullable Building building, List<ThreadDump.Stack> threads) {
        if (building != null) {
            threads.add(building.build());
        }
    }

    /// A thread's first line, together with those after it that belong to its name.
    private static @Nullable Building header(String first, Iterator<String> rest) {
        String text = first;
        for (int i = 0; i < LONGEST_NAME_LINES; i++) {
            Matcher header = HEADER.matcher(text);
            if (header.matches()) {
                return new Building(header);
            }
            if (!rest.hasNext()) {
                return null;
            }
            text = text + "\n" + rest.next();
        }
        return null;
    }

    private static Building take(String line, Building current, List<ThreadDump.Stack> threads) {
        Matcher mounted = MOUNTED.matcher(line);
        if (mounted.matches()) {
            finish(current, threads);
            return new Building(Long.parseLong(mounted.group(1)));
        }
        Matcher state = STATE.matcher(line);
        if (state.matches()) {
            current.state = state.group(1);
            current.detail = Optional.ofNullable(state.group(2)).orElse("");
            return current;
        }
        Matcher frame = FRAME.matcher(line);
        if (frame.matches()) {
            current.frames.add(frame(frame.group("method"), frame.group("place")));
            return current;
        }
        Matcher lock = LOCK.matcher(line);
        if (lock.matches()) {
            current.lock(
                    lock.group("kind"), new ThreadDump.Lock(lock.group("at"), lock.group("type")));
        }
        return current;
    }

    private static ThreadDump.Frame frame(String method, String place) {
        Matcher line = PLACE.matcher(place);
        return line.matches()
                ? new ThreadDump.Frame(method, line.group(1), Integer.parseInt(line.group(2)))
                : new ThreadDump.Frame(method, place, -1);
    }

    /// A thread that is being read; used by one parse only.
    private static final class Building {
        private final long id;
        private final String name;
        private final boolean daemon;
        private final double cpuMs;
        private final double elapsedS;
        private String state = "";
        private String detail = "";
        private final List<ThreadDump.Frame> frames = new ArrayList<>();
        private final List<ThreadDump.Lock> holds = new ArrayList<>();
        private ThreadDump.@Nullable Lock waitingFor;

        Building(Matcher header) {
            id = header.group("id") == null ? -1 : Long.parseLong(header.group("id"));
            name = header.group("name");
            daemon = header.group("daemon") != null;
            cpuMs = number(header.group("cpu"));
            elapsedS = number(header.group("elapsed"));
        }

        /// A virtual thread that is mounted on the thread before it.
        Building(long virtualId) {
            id = virtualId;
            name = "virtual thread #" + virtualId;
            daemon = true;
            cpuMs = -1;
            elapsedS = -1;
            state = "RUNNABLE";
            detail = "mounted";
        }

        private static double number(@Nullable String text) {
            return text == null ? -1 : Double.parseDouble(text);
        }

        /// `Object.wait` gives its monitor back: the frames below still say "locked", but it is not
        /// held.
        void lock(String kind, ThreadDump.Lock lock) {
            if (kind.equals("locked")) {
                boolean given = waitingFor != null && waitingFor.address().equals(lock.address());
                if (!given && !holds.contains(lock)) {
                    holds.add(lock);
                }
            } else if (kind.startsWith("waiting") || kind.startsWith("parking")) {
                waitingFor = lock;
            }
        }

        ThreadDump.Stack build() {
            return new ThreadDump.Stack(
                    id,
                    name,
                    daemon,
                    state,
                    detail,
                    cpuMs,
                    elapsedS,
                    frames,
                    Optional.ofNullable(waitingFor),
                    holds);
        }
    }
}
