package io.hotlens.app.model;

/// What a model costs.
///
/// @param model the beginning of the model's name
/// @param inputUsd for a million tokens
/// @param outputUsd for a million tokens
/// @param cachedUsd for a million tokens of the input that the provider had read before
public record Price(String model, double inputUsd, double outputUsd, double cachedUsd) {

    public Price {
        if (!(inputUsd >= 0) || !(outputUsd >= 0) || !(cachedUsd >= 0)) {
            throw new IllegalArgumentException("the price of %s is negative".formatted(model));
        }
    }

    /// Where input that was read before costs as much as any other.
    public Price(String model, double inputUsd, double outputUsd) {
        this(model, inputUsd, outputUsd, inputUsd);
    }

    /// @param inputTokens all of them
    /// @param cachedTokens those of the input that the provider had read before
    public double of(long inputTokens, long cachedTokens, long outputTokens) {
        long read = Math.min(inputTokens, cachedTokens);
        return ((inputTokens - read) * inputUsd + read * cachedUsd + outputTokens * outputUsd)
                / 1_000_000;
    }
}
