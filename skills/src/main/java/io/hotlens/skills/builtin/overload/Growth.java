package io.hotlens.skills.builtin.overload;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;
import io.hotlens.skills.sampling.Pool;

import java.util.Locale;

/// Where a number of a pool is going. Pure.
///
/// @param what `waiting` or `active`
/// @param limit NaN when there is none
record Growth(Pool pool, String what, double value, Slope slope, double limit) {

    private static final double SOON_MINUTES = 5;
    private static final double STEADY_R2 = 0.8;
    private static final int LEAST_POINTS = 3;

    /// How soon somebody must look.
    enum Urgency {
        NONE,
        WATCH,
        SOON,
        NOW;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Growth of(Pool pool, String what, Series series, double limit) {
        double value = series.isEmpty() ? Double.NaN : series.points().getLast().value();
        return new Growth(pool, what, value, series.slope(), limit);
    }

    boolean known() {
        return Double.isFinite(value);
    }

    boolean steady() {
        return slope.points() >= LEAST_POINTS && slope.perMinute() > 0 && slope.r2() >= STEADY_R2;
    }

    /// NaN when it does not grow steadily or has no limit.
    double minutesToLimit() {
        double minutes = steady() ? slope.minutesTo(limit) : Double.NaN;
        return Double.isFinite(minutes) ? minutes : Double.NaN;
    }

    Urgency urgency() {
        if (value >= limit) {
            return Urgency.NOW;
        }
        if (!steady()) {
            return Urgency.NONE;
        }
        return minutesToLimit() <= SOON_MINUTES ? Urgency.SOON : Urgency.WATCH;
    }
}
