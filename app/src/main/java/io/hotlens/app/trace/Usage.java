package io.hotlens.app.trace;

/// What a run used of its model.
///
/// @param inputTokens all of them, cached or not
/// @param money in US dollars, 0 for the rules model
/// @param cachedTokens those of the input that the provider had read before, as far as it tells
public record Usage(
        long calls, long inputTokens, long outputTokens, double money, long cachedTokens) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    /// Without input that was read before.
    public Usage(long calls, long inputTokens, long outputTokens, double money) {
        this(calls, inputTokens, outputTokens, money, 0);
    }

    /// The same at a price.
    public Usage at(double dollars) {
        return new Usage(calls, inputTokens, outputTokens, dollars, cachedTokens);
    }

    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                money + other.money,
                cachedTokens + other.cachedTokens);
    }
}
