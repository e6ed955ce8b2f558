package io.hotlens.skills.metric;

/// A number that a skill keeps reading.
///
/// @param skill the id of the owning skill, such as `gc`
/// @param name the field name, such as `time_in_gc_pct`
/// @param meaning one sentence: what it is, over which window, from which source
public record Metric(String skill, String name, Unit unit, MetricKind kind, String meaning) {

    public Metric {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' cannot be a metric name");
        }
    }

    /// The name across skills: `gc.time_in_gc_pct`.
    public String id() {
        return skill + "." + name;
    }

    /// The unit of its course over time, which is a counter's rise per second.
    public Unit courseUnit() {
        return kind == MetricKind.COUNTER ? Unit.PER_SECOND : unit;
    }
}
