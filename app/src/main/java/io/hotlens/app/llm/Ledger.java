package io.hotlens.app.llm;

import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/// What was used of models in the last day, by whichever run. Safe from any thread.
public final class Ledger {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// What one answer used.
    public record Entry(Instant at, Usage usage) {}

    private final InstantSource clock;
    private final LedgerFile file;
    private final Deque<Entry> entries = new ArrayDeque<>();

    private Ledger(InstantSource clock, LedgerFile file) {
        this.clock = clock;
        this.file = file;
        entries.addAll(file.read(clock.instant().minus(DAY)));
    }

    /// Kept in a file, so that the limits of an hour and a day outlive this process.
    public static Ledger in(LedgerFile file, InstantSource clock) {
        return new Ledger(clock, file);
    }

    void add(Usage usage) {
        var entry = new Entry(clock.instant(), usage);
        synchronized (entries) {
            forgetOld();
            entries.add(entry);
        }
        file.append(entry);
    }

    /// Which limit of an hour or a day is used up, in words.
    Optional<String> reached(SpendingLimits limits) {
        return limits.hour()
                .reached(within(HOUR))
                .map(limit -> limit + " in an hour")
                .or(() -> limits.day().reached(within(DAY)).map(limit -> limit + " in a day"));
    }

    /// What was used within the time before now.
    public Usage within(Duration time) {
        Instant from = clock.instant().minus(time);
        Predicate<Entry> recent = entry -> entry.at().isAfter(from);
        synchronized (entries) {
            return entries.stream()
                    .filter(recent)
                    .map(Entry::usage)
                    .reduce(Usage.NONE, Usage::plus);
        }
    }

    private void forgetOld() {
        Instant from = clock.instant().minus(DAY);
        while (!entries.isEmpty() && entries.getFirst().at().isBefore(from)) {
            entries.removeFirst();
        }
    }
}
