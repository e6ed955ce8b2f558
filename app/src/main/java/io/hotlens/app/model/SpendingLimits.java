package io.hotlens.app.model;

/// What may be used of models by one run, within an hour and within a day.
public record SpendingLimits(Limit run, Limit hour, Limit day) {

    /// 400 calls, 2 million tokens or 2 USD a run, 5 USD an hour, 20 USD a day.
    public static final SpendingLimits DEFAULT =
            new SpendingLimits(
                    new Limit(400, 2_000_000, 2),
                    new Limit(Long.MAX_VALUE, Long.MAX_VALUE, 5),
                    new Limit(Long.MAX_VALUE, Long.MAX_VALUE, 20));
}
