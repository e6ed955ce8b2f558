package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An illness put into one healthy metric.
///
/// @param metric its name
/// @param change what becomes of a value
record Fault(String name, String metric, Change change) {

    /// What becomes of a value.
    interface Change {
        /// @param value the healthy value
        /// @param samples how many samples ago the fault began
        /// @param before the last value before it
        double ill(double value, long samples, double before);
    }

    boolean isIn(Metric other) {
        return other.name().equals(metric);
    }

    /// Whether an escalation is about the metric, or says that it is odd as well.
    boolean isNamedBy(Escalation escalation) {
        return isIn(escalation.anomaly().metric())
                || escalation.others().stream().anyMatch(other -> isIn(other.metric()));
    }

    /// The value of the metric among readings.
    Optional<Double> value(Map<Metric, Reading> readings) {
        return readings.entrySet().stream()
                .filter(entry -> isIn(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(Reading.Known.class::isInstance)
                .map(reading -> ((Reading.Known) reading).value())
                .findFirst();
    }

    Map<Metric, Reading> into(Map<Metric, Reading> healthy, long samples, double before) {
        var ill = new LinkedHashMap<>(healthy);
        ill.replaceAll(
                (of, reading) ->
                        isIn(of) && reading instanceof Reading.Known(double value)
                                ? Reading.of(change.ill(value, samples, before))
                                : reading);
        return ill;
    }
}
