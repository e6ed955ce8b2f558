package io.hotlens.skills.builtin.logger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts lines of one file together to records: a line that does not begin a record belongs to the
/// one before it. Used by one thread.
final class LogParser {

    private static final int MOST_LINES = 100;
    private static final String JUL_WORDS = "SEVERE WARNING INFO CONFIG FINE FINER FINEST";

    private final String file;
    private final Consumer<LogEntry> records;
    private @Nullable LogHeader current;
    private final Deque<String> more = new ArrayDeque<>();

    LogParser(String file, Consumer<LogEntry> records) {
        this.file = file;
        this.records = records;
    }

    void take(String line, Instant readAt) {
        Optional<JsonLine.Read> json = JsonLine.of(line);
        if (json.isPresent()) {
            begin(json.get().header(), readAt);
            json.get().stack().stream().limit(MOST_LINES).forEach(more::add);
            return;
        }
        Optional<LogHeader> header = julMessage(line).or(() -> LogHeader.of(line));
        if (header.isPresent()) {
            begin(header.get(), readAt);
        } else if (current == null) {
            current = new LogHeader("", LogLevel.UNKNOWN, "", "", line);
        } else if (current.level() == LogLevel.UNKNOWN && !isStack(line)) {
            begin(new LogHeader("", LogLevel.UNKNOWN, "", "", line), readAt);
        } else if (more.size() < MOST_LINES) {
            more.add(line);
        } else {
            more.removeLast();
            more.add(line);
        }
    }

    private static boolean isStack(String line) {
        return line.startsWith("\t") || line.startsWith(" ") || line.startsWith("Caused by:");
    }

    /// The second line of java.util.logging's usual two: the one before it has time and class.
    private Optional<LogHeader> julMessage(String line) {
        int colon = line.indexOf(": ");
        if (colon < 4 || colon > 7 || !JUL_WORDS.contains(line.substring(0, colon))) {
            return Optional.empty();
        }
        String previous = newest();
        String[] words = previous.strip().split(" ", -1);
        boolean place = words.length >= 3 && words[words.length - 2].indexOf('.') > 0;
        String logger = place ? words[words.length - 2] : "";
        String time = "";
        if (place) {
            time = previous.strip().substring(0, previous.strip().indexOf(logger)).strip();
            takeBack();
        }
        String when = time;
        return LogLevel.named(line.substring(0, colon))
                .map(level -> new LogHeader(when, level, logger, "", line.substring(colon + 2)));
    }

    /// The newest line that was not taken for the first of a record.
    private String newest() {
        if (!more.isEmpty()) {
            return more.getLast();
        }
        return current != null && current.level() == LogLevel.UNKNOWN ? current.message() : "";
    }

    /// Forgets the newest line, which turned out to be the beginning of the next record.
    private void takeBack() {
        if (more.isEmpty()) {
            current = null;
        } else {
            more.removeLast();
        }
    }

    private void begin(LogHeader header, Instant readAt) {
        flush(readAt);
        current = header;
    }

    /// Hands on the record that is being read: nothing more of it is to come.
    void flush(Instant readAt) {
        LogHeader done = current;
        if (done != null) {
            List<String> lines = new ArrayList<>(more);
            records.accept(
                    new LogEntry(
                            readAt,
                            done.time(),
                            done.level(),
                            done.logger(),
                            done.thread(),
                            done.message(),
                            lines,
                            file));
        }
        current = null;
        more.clear();
    }
}
