package io.hotlens.app.llm;

import io.hotlens.app.model.SpendingLimits;
import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What was used of models in the last day, by whichever run. Safe from any thread.
public final class Ledger {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// What one answer used.
    public record Entry(Instant at, Usage usage) {}

    private final InstantSource clock;
    private final LedgerFile file;
    private final UsageWindow hour = new UsageWindow(HOUR);
    private final UsageWindow day = new UsageWindow(DAY);

    private Ledger(InstantSource clock, LedgerFile file) {
        this.clock = clock;
        this.file = file;
        file.read(clock.instant().minus(DAY)).forEach(this::count);
    }

    /// Kept in a file, so that the limits of an hour and a day outlive this process.
    public static Ledger in(LedgerFile file, InstantSource clock) {
        return new Ledger(clock, file);
    }

    void add(Usage usage) {
        var entry = new Entry(clock.instant(), usage);
        count(entry);
        file.append(entry);
    }

    private void count(Entry entry) {
        hour.add(entry);
        day.add(entry);
    }

    /// Which limit of an hour or a day is used up, in words.
    Optional<String> reached(SpendingLimits limits) {
        Instant now = clock.instant();
        return limits.hour()
                .reached(hour.until(now))
                .map(limit -> limit + " in an hour")
                .or(() -> limits.day().reached(day.until(now)).map(limit -> limit + " in a day"));
    }

    /// What was used in the last hour.
    Usage lastHour() {
        return hour.until(clock.instant());
    }
}
