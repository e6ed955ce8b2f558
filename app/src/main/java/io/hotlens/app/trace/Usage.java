package io.hotlens.app.trace;

/// What a run used of its model.
///
/// @param money in US dollars, 0 for the rules model
public record Usage(long calls, long inputTokens, long outputTokens, double money) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens,
                money + other.money);
    }
}
