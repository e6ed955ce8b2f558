package io.hotlens.skills.target;

import java.time.Instant;

/// Where a connection stands.
public sealed interface ConnectionState {

    /// The target answers.
    record Connected(Instant since) implements ConnectionState {}

    /// The target does not answer; the connection keeps trying, and values are old since `since`.
    record Lost(Instant since, String why) implements ConnectionState {}

    /// Over for good: closed by us, or the process ended or was replaced by another.
    record Ended(Instant since, String why) implements ConnectionState {}

    default boolean isConnected() {
        return this instanceof Connected;
    }
}
