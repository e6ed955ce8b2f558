package io.hotlens.app.operator;

import io.hotlens.app.access.Grant;
import io.hotlens.app.llm.RunModels;
import io.hotlens.app.loop.Budget;
import io.hotlens.app.trace.InvestigationId;

import java.util.function.Consumer;

/// One invocation of an operator.
///
/// @param reason why it looks, with what the coordinator knows
/// @param models its operator's model chooses the tools, the summary's keeps the prompt short
/// @param listener told of each step, from the operator's thread
public record OperatorRequest(
        InvestigationId investigation,
        String reason,
        Grant grant,
        Budget budget,
        RunModels models,
        Consumer<OperatorEvent> listener) {}
