package io.hotlens.skills.builtin.logger;

import io.hotlens.skills.data.Secrets;
import io.hotlens.skills.sampling.RingBuffer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The newest records, redacted, and counts by logger and level over the last five minutes; safe
/// from any thread. Whatever the rate, memory is bounded.
final class LogBook {

    private static final int RECORDS = 2_000;
    private static final int GRAVE = 1_000;
    private static final int LOGGERS = 500;
    private static final String OTHERS = "(others)";
    private static final Duration SLOT = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final RingBuffer<LogEntry> newest = new RingBuffer<>(RECORDS);
    private final RingBuffer<LogEntry> grave = new RingBuffer<>(GRAVE);
    private final Deque<Slot> slots = new ArrayDeque<>();
    private final InstantSource clock;

    /// What came within five seconds.
    private record Slot(Instant from, Map<String, Counts> loggers) {}

    /// Records by level.
    static final class Counts {
        private final Map<LogLevel, Long> byLevel = new EnumMap<>(LogLevel.class);

        void add(LogLevel level, long count) {
            byLevel.merge(level, count, Long::sum);
        }

        private void add(Counts other) {
            other.byLevel.forEach(this::add);
        }

        long of(LogLevel level) {
            return byLevel.getOrDefault(level, 0L);
        }

        long total() {
            return byLevel.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    LogBook(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes records of one reading, oldest first: all are counted when `counting`, and the newest
    /// are kept.
    synchronized void take(List<LogEntry> batch, boolean counting) {
        if (counting) {
            batch.forEach(this::count);
        }
        keep(batch, newest, RECORDS / 2);
        keep(
                batch.stream().filter(one -> one.level().atLeast(LogLevel.WARN)).toList(),
                grave,
                GRAVE / 2);
    }

    private static void keep(List<LogEntry> batch, RingBuffer<LogEntry> ring, int most) {
        batch.subList(Math.max(0, batch.size() - most), batch.size())
                .forEach(one -> ring.add(redacted(one)));
    }

    private static LogEntry redacted(LogEntry one) {
        return new LogEntry(
                one.readAt(),
                one.time(),
                one.level(),
                one.logger(),
                Secrets.masked(one.thread()),
                Secrets.masked(one.message()),
                one.more().stream().map(Secrets::masked).toList(),
                one.file());
    }

    private void count(LogEntry one) {
        Slot last = slots.peekLast();
        Instant now = clock.instant();
        if (last == null || !last.from().plus(SLOT).isAfter(now)) {
            last = new Slot(now, new HashMap<>());
            slots.addLast(last);
            while (slots.getFirst().from().plus(KEPT).isBefore(now)) {
                slots.removeFirst();
            }
        }
        Map<String, Counts> loggers = last.loggers();
        String name =
                loggers.size() < LOGGERS || loggers.containsKey(one.logger())
                        ? one.logger()
                        : OTHERS;
        loggers.computeIfAbsent(name, _ -> new Counts()).add(one.level(), 1);
    }

    /// Counts by logger over the last `window`, to five seconds.
    synchronized Map<String, Counts> byLogger(Duration window) {
        Instant from = clock.instant().minus(window);
        var sums = new HashMap<String, Counts>();
        for (Slot slot : slots) {
            if (!slot.from().isBefore(from)) {
                slot.loggers()
                        .forEach(
                                (name, counts) ->
                                        sums.computeIfAbsent(name, _ -> new Counts()).add(counts));
            }
        }
        return sums;
    }

    /// Counts of all loggers together.
    Counts all(Duration window) {
        var sum = new Counts();
        byLogger(window).values().forEach(sum::add);
        return sum;
    }

    /// Newest first; warnings and errors are held longer than the rest.
    List<LogEntry> entries(LogLevel least) {
        if (least.atLeast(LogLevel.WARN)) {
            return grave.newestFirst().stream().filter(e -> e.level().atLeast(least)).toList();
        }
        return newest.newestFirst().stream()
                .filter(e -> e.level() == LogLevel.UNKNOWN || e.level().atLeast(least))
                .toList();
    }

    /// The loudest first.
    static List<Map.Entry<String, Counts>> loudest(Map<String, Counts> byLogger) {
        return byLogger.entrySet().stream()
                .sorted(
                        Comparator.comparingLong(
                                        (Map.Entry<String, Counts> e) -> e.getValue().total())
                                .reversed())
                .toList();
    }
}
