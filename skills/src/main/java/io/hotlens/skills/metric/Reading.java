package io.hotlens.skills.metric;

import io.hotlens.skills.data.Data;

/// A number, or the reason why there is none; never a made-up 0.
public sealed interface Reading {

    /// A finite value in the metric's unit.
    record Known(double value) implements Reading {
        public Known {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a reading must be finite, not " + value);
            }
        }
    }

    /// No value, and why: "needs JDK 24", "the JMX user may not invoke operations".
    record Unavailable(String why) implements Reading {}

    /// A reading of `value`; not finite means not measurable.
    static Reading of(double value) {
        return Double.isFinite(value)
                ? new Known(value)
                : new Unavailable("the target has no value for it");
    }

    static Reading unavailable(String why) {
        return new Unavailable(why);
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    /// The number, or `{unavailable: why}`.
    default Data toData() {
        return switch (this) {
            case Known(double value) -> Data.of(value);
            case Unavailable(String why) -> Data.fields().put("unavailable", why).build();
        };
    }
}
