package io.hotlens.app.coordinator;

import io.hotlens.app.insight.Insight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a coordinator has reached.
///
/// @param followUp what it wants to be looked at again, and when
public record CoordinatorState(List<Insight> insights, Optional<Wish> followUp) {

    /// A further look that the coordinator asked for.
    public record Wish(Duration delay, String reason) {}

    public static final CoordinatorState START = new CoordinatorState(List.of(), Optional.empty());

    public CoordinatorState {
        insights = List.copyOf(insights);
    }

    CoordinatorState with(Insight insight) {
        var more = new ArrayList<>(insights);
        more.add(insight);
        return new CoordinatorState(more, followUp);
    }

    CoordinatorState wishing(Duration delay, String reason) {
        return new CoordinatorState(insights, Optional.of(new Wish(delay, reason)));
    }
}
