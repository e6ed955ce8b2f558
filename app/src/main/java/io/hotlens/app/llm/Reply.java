package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.util.List;

/// What a model answered.
///
/// @param calls the tools it chose; the loops use the first
/// @param text what it said beside them
/// @param thought what its provider wants to see again with this answer, unchanged; opaque
public record Reply(List<ToolCall> calls, String text, Usage usage, Data thought) {

    public Reply {
        calls = List.copyOf(calls);
    }

    /// Without a thought.
    public Reply(List<ToolCall> calls, String text, Usage usage) {
        this(calls, text, usage, Data.NOTHING);
    }

    /// One call and nothing else, at no cost.
    public static Reply of(ToolCall call) {
        return new Reply(List.of(call), "", new Usage(1, 0, 0, 0));
    }
}
