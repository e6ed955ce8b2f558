package io.hotlens.app.loop;

import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.OptionalLong;

/// What a loop did, whichever role it runs.
public sealed interface LoopEvent {

    /// The model is asked for the next tool.
    record Asking() implements LoopEvent {}

    /// @param request the number of the request that it answers; empty when nothing left
    record Chose(String tool, Data arguments, Usage usage, OptionalLong request)
            implements LoopEvent {}

    /// The model's answer could not be used; it was told why.
    ///
    /// @param request the number of the request that it answers; empty when nothing left
    record Rejected(String tool, String reason, OptionalLong request) implements LoopEvent {}

    record Waiting(Duration pause) implements LoopEvent {}

    /// What only those want to know who follow every step.
    sealed interface Fine extends LoopEvent {}

    /// An attempt to get an answer.
    record Model(LlmEvent event) implements Fine {}

    /// The chosen tool has answered; a pause belongs to the tool that asked for it.
    ///
    /// @param error what the model was told was wrong; empty when nothing was
    record ToolAnswered(String tool, String error, Duration took) implements Fine {}

    /// The chosen tool did not come to an answer, which ends the run.
    record ToolFailed(String tool, Duration took) implements Fine {}

    /// The transcript is about to be shortened.
    ///
    /// @param tokens of the present prompt
    record CompactionStarted(int messages, long tokens) implements Fine {}

    /// The transcript was shortened.
    ///
    /// @param tokens of the prompt from now on
    record CompactionStopped(int messages, long tokens, Duration took) implements Fine {}
}
