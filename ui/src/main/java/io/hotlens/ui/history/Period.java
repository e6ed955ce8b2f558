package io.hotlens.ui.history;

import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far back the list goes.
enum Period {
    ALL,
    DAY,
    WEEK,
    MONTH;

    /// When it begins; empty when it has no beginning.
    Optional<Instant> since(Instant now) {
        return switch (this) {
            case ALL -> Optional.empty();
            case DAY -> Optional.of(now.minus(Duration.ofDays(1)));
            case WEEK -> Optional.of(now.minus(Duration.ofDays(7)));
            case MONTH -> Optional.of(now.minus(Duration.ofDays(30)));
        };
    }

    String title() {
        return switch (this) {
            case ALL -> Messages.text("history.all_times");
            case DAY -> Messages.text("history.last_day");
            case WEEK -> Messages.text("history.last_week");
            case MONTH -> Messages.text("history.last_month");
        };
    }
}
