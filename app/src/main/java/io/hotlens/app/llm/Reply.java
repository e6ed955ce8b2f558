package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;

import java.util.List;

/// What a model answered.
///
/// @param calls the tools it chose; the loops use the first
/// @param text what it said beside them
public record Reply(List<ToolCall> calls, String text, Usage usage) {

    public Reply {
        calls = List.copyOf(calls);
    }

    /// One call and nothing else, at no cost.
    public static Reply of(ToolCall call) {
        return new Reply(List.of(call), "", new Usage(1, 0, 0, 0));
    }
}
