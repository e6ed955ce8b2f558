package io.hotlens.app.coordinator;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.operator.OperatorReport;
import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;

import java.util.List;
import java.util.Optional;

/// How a coordinator's run ended and what it concluded; partial when it did not complete.
public record CoordinatorReport(
        Outcome outcome,
        List<Insight> insights,
        List<OperatorReport> operators,
        Optional<CoordinatorState.Wish> followUp,
        Usage usage) {

    public CoordinatorReport {
        insights = List.copyOf(insights);
        operators = List.copyOf(operators);
    }
}
