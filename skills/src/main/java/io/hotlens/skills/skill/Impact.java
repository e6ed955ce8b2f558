package io.hotlens.skills.skill;

/// What a callback costs the target.
public enum Impact {
    /// Answers from what is already held.
    FREE,
    /// One cheap read; no stop, or one under 50 ms.
    LOW,
    /// Stops the target for longer than 50 ms.
    PAUSE,
    /// Forces a full collection, writes a file or starts tracing.
    HEAVY
}
