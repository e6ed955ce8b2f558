package io.hotlens.app.model;

import io.hotlens.app.trace.Usage;

import java.util.Locale;
import java.util.Optional;

/// The most that may be used of models.
///
/// @param calls answers; [Long#MAX_VALUE] for no limit
/// @param tokens in and out together; [Long#MAX_VALUE] for no limit
/// @param usd infinite for no limit
public record Limit(long calls, long tokens, double usd) {

    public static final Limit NONE =
            new Limit(Long.MAX_VALUE, Long.MAX_VALUE, Double.POSITIVE_INFINITY);

    public Limit {
        if (calls < 0 || tokens < 0 || !(usd >= 0)) {
            throw new IllegalArgumentException(
                    "a limit cannot be negative: %d calls, %d tokens, %s USD"
                            .formatted(calls, tokens, usd));
        }
    }

    /// What of it is used up, in words; empty when there is something left.
    public Optional<String> reached(Usage used) {
        if (used.calls() >= calls) {
            return Optional.of("%d model calls".formatted(calls));
        }
        if (used.inputTokens() + used.outputTokens() >= tokens) {
            return Optional.of("%d tokens".formatted(tokens));
        }
        if (used.money() >= usd) {
            return Optional.of(String.format(Locale.ROOT, "%.2f USD", usd));
        }
        return Optional.empty();
    }
}
