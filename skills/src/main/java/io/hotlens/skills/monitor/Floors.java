package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Unit;

/// How small a difference of a metric still means something: the least spread that its baseline may
/// have.
///
/// @param absolute in the metric's unit
/// @param ofLevel as a share of the metric's level
public record Floors(double absolute, double ofLevel) {

    /// Nothing is known of the metric.
    public static final Floors NONE = new Floors(0, 0);

    private static final double SHARE = 0.01;

    /// What people would not notice in this unit.
    public static Floors of(Unit unit) {
        return new Floors(
                switch (unit) {
                    case COUNT, MEGABYTES, MILLISECONDS -> 1;
                    case PERCENT, MEGABYTES_PER_SECOND, PER_MINUTE -> 0.5;
                    case PER_SECOND, LOAD -> 0.1;
                },
                SHARE);
    }

    double of(double level) {
        return Math.max(absolute, ofLevel * Math.abs(level));
    }
}
