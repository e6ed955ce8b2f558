package io.hotlens.app.operator;

import io.hotlens.app.trace.Usage;

/// What an operator says to a question.
///
/// @param usage of the model that put it into words
public record OperatorAnswer(String text, Usage usage) {}
