package io.hotlens.app.llm;

import java.util.List;

/// A model ready to be asked by a run.
///
/// @param name for people and events: `rules`, or `provider:model`
public record Model(String name, ChatClient client, RetryPolicy retries) {

    /// The first answer, after the retries that it needs.
    ///
    /// @throws LlmException of the last attempt
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        return retries.ask(client, transcript, tools);
    }
}
