package io.hotlens.app.operator;

import io.hotlens.app.access.Grant;
import io.hotlens.app.llm.Model;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.trace.InvestigationId;

import java.util.function.Consumer;

/// One invocation of an operator.
///
/// @param reason why it looks, with what the coordinator knows
/// @param listener told of each step, from the operator's thread
public record OperatorRequest(
        InvestigationId investigation,
        String reason,
        Grant grant,
        Budget budget,
        Model model,
        Consumer<OperatorEvent> listener) {}
