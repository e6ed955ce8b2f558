package io.hotlens.app.model;

import java.time.Duration;
import java.util.OptionalDouble;

/// How a model is asked.
///
/// @param maxOutputTokens of one answer
/// @param temperature the model's own when empty
/// @param thinking whether it may think before it answers, where it can
/// @param timeout of one call
public record ModelOptions(
        int maxOutputTokens, OptionalDouble temperature, boolean thinking, Duration timeout) {

    public static final ModelOptions DEFAULT =
            new ModelOptions(4096, OptionalDouble.empty(), false, Duration.ofSeconds(60));

    public ModelOptions {
        if (maxOutputTokens < 1) {
            throw new IllegalArgumentException(
                    "max_output_tokens must be at least 1, not " + maxOutputTokens);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("the timeout must be positive, not " + timeout);
        }
    }
}
