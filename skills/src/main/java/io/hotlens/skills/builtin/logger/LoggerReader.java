package io.hotlens.skills.builtin.logger;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Finds the log files of a target and follows them on a thread of its own.
final class LoggerReader implements Subscription {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration DISCOVERY = Duration.ofSeconds(10);
    private static final int MOST_FILES = 12;
    private static final String LOG4J_LOGGERS = "org.apache.logging.log4j2:component=Loggers,*";

    private final SkillContext context;
    private final LogBook book;
    private final Optional<ProcessReader> process;
    private final Map<String, FollowedLog> files = new LinkedHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final Thread thread;
    private Instant nextDiscovery = Instant.MIN;
    private Instant watchedSince = Instant.MAX;

    /// A file as answers show it.
    record FileState(String path, long lines, long skippedBytes, Optional<String> trouble) {}

    LoggerReader(SkillContext context) {
        this.context = context;
        this.book = new LogBook(context.clock());
        this.process = context.connection().process();
        this.thread = Thread.ofVirtual().name("hotlens-logs").start(this::follow);
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                poll();
                Thread.sleep(POLL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads what was written up to now.
    void poll() {
        reading.lock();
        try {
            discover();
            files.values().forEach(FollowedLog::poll);
            if (watchedSince.equals(Instant.MAX) && !files.isEmpty()) {
                watchedSince = context.clock().instant();
            }
        } finally {
            reading.unlock();
        }
    }

    private void discover() {
        Instant now = context.clock().instant();
        if (process.isEmpty() || now.isBefore(nextDiscovery)) {
            return;
        }
        nextDiscovery = now.plus(DISCOVERY);
        ProcessReader own = process.get();
        OpenLogs.find(own).forEach(path -> add(path, own.reachable(path)));
    }

    private void add(String name, Path path) {
        if (files.size() < MOST_FILES && !files.containsKey(name)) {
            files.put(name, new FollowedLog(name, path, book, context.clock()));
        }
    }

    /// Follows a file that the user names.
    ///
    /// @throws BadArguments when it is not called like a log, or there are too many
    void follow(String path) {
        if (!OpenLogs.isLogName(path) || !Path.of(path).isAbsolute()) {
            throw new BadArguments(
                    "'%s' is not the absolute path of a log: its name should end with .log, .out,"
                                    .formatted(path)
                            + " .txt or .json, perhaps with a number or date behind it, or .gz");
        }
        reading.lock();
        try {
            add(path, process.map(own -> own.reachable(path)).orElseGet(() -> Path.of(path)));
            if (!files.containsKey(path)) {
                throw new BadArguments("at most %d files are followed".formatted(MOST_FILES));
            }
        } finally {
            reading.unlock();
        }
        poll();
    }

    LogBook book() {
        return book;
    }

    List<FileState> files() {
        reading.lock();
        try {
            return files.values().stream()
                    .map(
                            one ->
                                    new FileState(
                                            one.name(),
                                            one.lines(),
                                            one.skippedBytes(),
                                            one.trouble()))
                    .toList();
        } finally {
            reading.unlock();
        }
    }

    /// How long records have been counted.
    Duration watched() {
        reading.lock();
        try {
            return watchedSince.equals(Instant.MAX)
                    ? Duration.ZERO
                    : Duration.between(watchedSince, context.clock().instant());
        } finally {
            reading.unlock();
        }
    }

    /// Why no log can be read, and what to do; empty when one is.
    Optional<String> whyNothing() {
        List<FileState> all = files();
        if (all.stream().anyMatch(file -> file.trouble().isEmpty())) {
            return Optional.empty();
        }
        String what =
                all.isEmpty()
                        ? noFile()
                        : "the log %s %s"
                                .formatted(
                                        all.getFirst().path(), all.getFirst().trouble().orElse(""));
        return Optional.of(
                what + "; name a log file with logger_follow(path), or let the target log to one");
    }

    private String noFile() {
        if (process.isEmpty()) {
            String why =
                    context.connection()
                            .capabilities()
                            .whyMissing(Capability.PROCESS_FILES)
                            .orElse("its open files are unknown");
            return "the log files of this target cannot be found: " + why;
        }
        return OpenLogs.standardOutput(process.get())
                .map("the target has no log file open for writing, and "::concat)
                .orElse("the target has no log file open for writing");
    }

    /// Configured levels, by logger, where the target shows them as beans: only Log4j 2 does, when
    /// it is told to.
    Map<String, String> configuredLevels() {
        var levels = new LinkedHashMap<String, String>();
        try {
            for (String bean : context.connection().beans().find(LOG4J_LOGGERS)) {
                Map<String, Data> values =
                        context.connection().beans().get(bean, List.of("Name", "Level"));
                if (values.get("Level") instanceof Data.Text(String level)) {
                    String name = values.get("Name") instanceof Data.Text(String n) ? n : "";
                    levels.put(name.isEmpty() ? "(root)" : name, level);
                }
            }
        } catch (TargetException _) {
            return Map.of();
        }
        return levels;
    }

    @Override
    public void close() {
        thread.interrupt();
        reading.lock();
        try {
            files.values().forEach(FollowedLog::close);
        } finally {
            reading.unlock();
        }
    }
}
