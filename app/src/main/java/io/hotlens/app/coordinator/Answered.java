package io.hotlens.app.coordinator;

import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.OptionalLong;

/// What the model of a pipeline used for answers that no step has told of yet.
///
/// @param request the number of the request that it answered last; empty when nothing left
record Answered(Usage usage, OptionalLong request) {

    static final Answered NOTHING = new Answered(Usage.NONE, OptionalLong.empty());

    Answered then(Reply reply) {
        return new Answered(usage.plus(reply.usage()), reply.request());
    }

    /// The step that tells of it.
    Reply with(ToolCall call) {
        return new Reply(List.of(call), "", usage, Data.NOTHING, request);
    }
}
