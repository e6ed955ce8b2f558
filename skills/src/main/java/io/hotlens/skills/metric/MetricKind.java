package io.hotlens.skills.metric;

/// How a number behaves over time.
public enum MetricKind {
    /// Goes up and down.
    GAUGE,
    /// Only rises until the target restarts; read it as a rate.
    COUNTER,
    /// A share between 0 and 100.
    RATIO,
    /// A condition written as a number; only which one it is counts.
    STATE
}
