package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;

import java.time.Duration;

/// One attempt to get an answer from a model. A start is followed by a stop or a failure; by
/// neither when a fault of ours ends the run.
public sealed interface LlmEvent {

    /// `provider:model`, as [Model#name] says it.
    String model();

    /// The first attempt is 1.
    int attempt();

    /// @param messages how long the transcript is
    record CallStarted(String model, int attempt, int messages) implements LlmEvent {}

    record CallStopped(String model, int attempt, Usage usage, Duration took) implements LlmEvent {}

    /// @param reason one sentence without secrets
    /// @param willRetry whether another attempt follows after a pause
    record CallFailed(String model, int attempt, String reason, boolean willRetry, Duration took)
            implements LlmEvent {}
}
