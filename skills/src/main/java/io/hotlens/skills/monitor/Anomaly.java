package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;

/// A value that its metric's baseline holds for odd.
///
/// @param of what the value is
/// @param value in the unit of the metric's course
/// @param low the lower end of what was expected
/// @param high the upper end
/// @param z how odd, as the deviation of a normal variable that is as rare
public record Anomaly(
        Metric metric, Instant at, Of of, double value, double low, double high, double z) {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    /// What is judged of a metric.
    public enum Of {
        /// Its newest value.
        LATEST,
        /// The average of its values lately, each of which may be usual.
        AVERAGE,
        /// How far its values lie apart lately: it has become restless, or stands still.
        STEP,
        /// The lowest of its values over a long while, which shows what a saw-tooth hides.
        LOWEST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private String subject() {
        return switch (of) {
            case LATEST -> metric.id();
            case AVERAGE -> "the average of " + metric.id();
            case STEP -> "the step between values of " + metric.id();
            case LOWEST -> "the lowest of " + metric.id();
        };
    }

    /// What is odd, in its unit: `gc.live_set_mb is 512.3 MB, expected 80 to 96 MB`.
    public String observation() {
        String symbol = metric.courseUnit().symbol();
        String unit = symbol.isEmpty() ? "" : " " + symbol;
        return "%s is %s%s, expected %s to %s%s"
                .formatted(subject(), number(value), unit, number(low), number(high), unit);
    }

    private static String number(double exact) {
        return Double.isFinite(exact)
                ? new BigDecimal(exact).round(FOUR_DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(exact);
    }

    /// `{metric, of, at, unix_ms, unit, value, expected_low, expected_high, z}`.
    public Data.Fields toData() {
        return Data.fields()
                .put("metric", metric.id())
                .put("of", of.word())
                .putTime("at", at)
                .put("unit", metric.courseUnit().symbol())
                .put("value", value)
                .put("expected_low", low)
                .put("expected_high", high)
                .put("z", z)
                .build();
    }
}
