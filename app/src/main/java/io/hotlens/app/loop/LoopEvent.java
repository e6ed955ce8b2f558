package io.hotlens.app.loop;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.time.Duration;

/// What a loop did, whichever role it runs.
public sealed interface LoopEvent {

    /// The model is asked for the next tool.
    record Asking() implements LoopEvent {}

    record Chose(String tool, Data arguments, Usage usage) implements LoopEvent {}

    /// The model's answer could not be used; it was told why.
    record Rejected(String tool, String reason) implements LoopEvent {}

    record Waiting(Duration pause) implements LoopEvent {}
}
