package io.hotlens.app.loop;

/// A tool call read as a tool, or why that was not possible.
///
/// @param <T> the sealed family of tools
public sealed interface Decoded<T> {

    record Valid<T>(T tool) implements Decoded<T> {}

    /// @param reason one sentence for the model: what is wrong, with which value, what is right
    record Invalid<T>(String reason) implements Decoded<T> {}
}
