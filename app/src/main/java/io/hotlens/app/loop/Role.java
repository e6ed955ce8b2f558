package io.hotlens.app.loop;

/// What a loop does with a tool: an operator's or a coordinator's part.
///
/// @param <S> its state, immutable
/// @param <T> its tools
@FunctionalInterface
public interface Role<S, T> {

    /// Does what the tool asks for and says what follows. Only what the caller could have done
    /// better comes back as an answer; a failure of our own is thrown and ends the run as a crash.
    Step<S> step(S state, T tool) throws InterruptedException;
}
