package io.hotlens.app.model;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How a model is asked.
///
/// @param maxOutputTokens of one answer
/// @param temperature the model's own when empty
/// @param thinking whether it may think before it answers, where it can
/// @param timeout of one call
/// @param contextTokens the size of its window, prompt and answer together; empty when not known
public record ModelOptions(
        int maxOutputTokens,
        OptionalDouble temperature,
        boolean thinking,
        Duration timeout,
        OptionalInt contextTokens) {

    private static final int LEAST_CONTEXT_TOKENS = 2_000;

    public static final ModelOptions DEFAULT =
            new ModelOptions(4096, OptionalDouble.empty(), false, Duration.ofSeconds(60));

    /// With a window that is not known.
    public ModelOptions(
            int maxOutputTokens, OptionalDouble temperature, boolean thinking, Duration timeout) {
        this(maxOutputTokens, temperature, thinking, timeout, OptionalInt.empty());
    }

    public ModelOptions {
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException(
                    "max_output_tokens must be at least 1, not " + maxOutputTokens);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be positive, not " + timeout);
        }
        if (contextTokens.isPresent() && contextTokens.getAsInt() < LEAST_CONTEXT_TOKENS) {
            throw new IllegalArgumentException(
                    "context_tokens must be at least %d, not %d"
                            .formatted(LEAST_CONTEXT_TOKENS, contextTokens.getAsInt()));
        }
    }
}
