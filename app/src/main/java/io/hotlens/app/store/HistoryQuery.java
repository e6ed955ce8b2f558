package io.hotlens.app.store;

import java.time.Instant;
import java.util.Optional;

/// Which investigations are wanted, newest first.
///
/// @param text part of a target, reason, root cause or finding, in any case; empty for all
/// @param target part of a target's name, address or key
/// @param cause the anomaly type at the root
/// @param since only those that began then or later
/// @param limit at most so many
public record HistoryQuery(
        String text,
        Optional<String> target,
        Optional<String> cause,
        Optional<Instant> since,
        int limit) {

    public static final int USUAL_LIMIT = 1_000;

    public static final HistoryQuery ALL =
            new HistoryQuery("", Optional.empty(), Optional.empty(), Optional.empty(), USUAL_LIMIT);

    public HistoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be positive, not " + limit);
        }
    }

    public HistoryQuery containing(String words) {
        return new HistoryQuery(words, target, cause, since, limit);
    }

    public HistoryQuery of(Optional<String> one) {
        return new HistoryQuery(text, one, cause, since, limit);
    }

    public HistoryQuery causedBy(Optional<String> type) {
        return new HistoryQuery(text, target, type, since, limit);
    }

    public HistoryQuery begunSince(Optional<Instant> time) {
        return new HistoryQuery(text, target, cause, time, limit);
    }

    public HistoryQuery first(int most) {
        return new HistoryQuery(text, target, cause, since, most);
    }
}
