package io.hotlens.app.llm;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.OptionalLong;

/// What a model answered.
///
/// @param calls the tools it chose; the loops use the first
/// @param text what it said beside them
/// @param thought what its provider wants to see again with this answer, unchanged; opaque
/// @param request the number of the request that left for it; empty when nothing left
public record Reply(
        List<ToolCall> calls, String text, Usage usage, Data thought, OptionalLong request) {

    public Reply {
        calls = List.copyOf(calls);
    }

    /// Without a thought.
    public Reply(List<ToolCall> calls, String text, Usage usage) {
        this(calls, text, usage, Data.NOTHING);
    }

    /// To a request that nobody has counted.
    public Reply(List<ToolCall> calls, String text, Usage usage, Data thought) {
        this(calls, text, usage, thought, OptionalLong.empty());
    }

    /// One call and nothing else, at no cost.
    public static Reply of(ToolCall call) {
        return new Reply(List.of(call), "", new Usage(1, 0, 0, 0));
    }
}
