package io.hotlens.app.llm;

import java.util.List;
import java.util.function.Consumer;

/// A model ready to be asked by a run.
///
/// @param name for people and events: `provider:model`, `hotlens:rules` for the built-in one
public record Model(String name, ChatClient client, RetryPolicy retries) {

    /// The name of the built-in one.
    public static final String RULES = "hotlens:rules";

    /// The first answer, after the retries that it needs.
    ///
    /// @param listener told of each attempt, from the calling thread
    /// @throws LlmException of the last attempt
    public Reply ask(Transcript transcript, List<ToolSpec> tools, Consumer<LlmEvent> listener)
            throws InterruptedException {
        return retries.ask(this, transcript, tools, listener);
    }
}
