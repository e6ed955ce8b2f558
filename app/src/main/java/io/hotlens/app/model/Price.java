package io.hotlens.app.model;

/// What a model costs.
///
/// @param model the beginning of the model's name
/// @param inputUsd for a million tokens
/// @param outputUsd for a million tokens
public record Price(String model, double inputUsd, double outputUsd) {

    public Price {
        if (!(inputUsd >= 0) || !(outputUsd >= 0)) {
            throw new IllegalArgumentException("the price of %s is negative".formatted(model));
        }
    }

    public double of(long inputTokens, long outputTokens) {
        return (inputTokens * inputUsd + outputTokens * outputUsd) / 1_000_000;
    }
}
