package io.hotlens.skills.monitor;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Series;

import java.util.List;

/// A reason to investigate: a metric that stays away from its normal, and its last values.
///
/// @param anomaly the metric that is furthest from its normal, at its latest value
/// @param series its latest values, as they were judged
/// @param others what else is odd at the same moment, the oddest first
public record Escalation(Anomaly anomaly, Series series, List<Anomaly> others) {

    public Escalation {
        others = List.copyOf(others);
    }

    /// One line for people and for a trigger's reason.
    public String summary() {
        return "%s (z %.1f)".formatted(anomaly.observation(), anomaly.z());
    }

    /// The anomaly with `series` as `[{at, unix_ms, value}]` and `others`.
    public Data.Fields toData() {
        var data = Data.fields();
        anomaly.toData().values().forEach(data::put);
        return data.put(
                        "series",
                        series.points().stream()
                                .map(
                                        point ->
                                                Data.fields()
                                                        .putTime("at", point.at())
                                                        .put("value", point.value())
                                                        .build())
                                .toList())
                .put("others", others.stream().map(Anomaly::toData).toList())
                .build();
    }
}
