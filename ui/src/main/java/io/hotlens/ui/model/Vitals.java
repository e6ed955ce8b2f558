package io.hotlens.ui.model;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.target.ConnectionCost;
import io.hotlens.skills.target.ConnectionState;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the always-on sampling shows at one moment.
///
/// @param model who chooses the next steps of a run, in words
/// @param normality what the monitor knows
/// @param byId by metric id; a metric that is missing is not measured on this target
public record Vitals(
        Instant at,
        ConnectionState state,
        ConnectionCost cost,
        String model,
        Normality normality,
        Map<String, Vital> byId) {

    public static final Vitals NONE =
            new Vitals(
                    Instant.EPOCH,
                    new ConnectionState.Connected(Instant.EPOCH),
                    new ConnectionCost(0, Duration.ZERO, 0),
                    "",
                    Normality.NONE,
                    Map.of());

    public Vitals {
        byId = Map.copyOf(byId);
    }

    /// The same values under the state of this moment: the one they were read with may be older
    /// than a change that was already told.
    public Vitals as(ConnectionState present) {
        return new Vitals(at, present, cost, model, normality, byId);
    }

    public Optional<Vital> vital(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// One metric with its newest reading.
    ///
    /// @param past reads its values from the history, up to the moment when it is asked
    public record Vital(Metric metric, Reading latest, Function<Duration, Series> past) {

        /// The values of the last `window`; a counter's are its rise per second.
        public Series series(Duration window) {
            Series values = past.apply(window);
            return metric.kind() == MetricKind.COUNTER ? Rates.each(values) : values;
        }

        /// What the values of [#series(Duration)] count.
        public Unit unit() {
            return metric.courseUnit();
        }
    }
}
