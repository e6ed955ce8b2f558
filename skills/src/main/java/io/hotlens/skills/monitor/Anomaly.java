package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;

import java.time.Instant;

/// A value that its metric's baseline holds for odd.
///
/// @param value in the metric's unit; the rise per second of a counter
/// @param low the lower end of what was expected
/// @param high the upper end
/// @param z how odd, as the deviation of a normal variable that is as rare
public record Anomaly(Metric metric, Instant at, double value, double low, double high, double z) {

    /// `{metric, at, unix_ms, value, expected_low, expected_high, z}`.
    public Data.Fields toData() {
        return Data.fields()
                .put("metric", metric.id())
                .putTime("at", at)
                .put("value", value)
                .put("expected_low", low)
                .put("expected_high", high)
                .put("z", z)
                .build();
    }
}
