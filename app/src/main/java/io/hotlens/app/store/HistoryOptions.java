package io.hotlens.app.store;

import java.time.Duration;

/// Whether investigations are kept, and for how long.
///
/// @param days older ones go
/// @param megabytes when more are used, the oldest go
public record HistoryOptions(boolean on, int days, int megabytes) {

    public static final int MOST_DAYS = 3_650;
    public static final int MOST_MEGABYTES = 100_000;

    public static final HistoryOptions DEFAULT = new HistoryOptions(true, 90, 500);

    /// Nothing is kept; what was kept stays.
    public static final HistoryOptions OFF =
            new HistoryOptions(false, DEFAULT.days, DEFAULT.megabytes);

    public HistoryOptions {
        within("days", days, MOST_DAYS);
        within("megabytes", megabytes, MOST_MEGABYTES);
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "%s must be from 1 to %d, not %d".formatted(name, most, value));
        }
    }

    Duration age() {
        return Duration.ofDays(days);
    }

    long bytes() {
        return megabytes * 1_000_000L;
    }
}
