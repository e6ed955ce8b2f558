package io.hotlens.app.llm;

import java.util.List;

/// A model. Implementations hold no state of a conversation: everything is in the transcript.
@FunctionalInterface
public interface ChatClient {

    /// Asks for the next step and waits for it.
    ///
    /// @throws LlmException when there is no answer; it says whether another attempt may help
    /// @throws InterruptedException when the run is stopped; nothing goes on
    Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException;

    /// Who answers, as `provider:model`.
    default String model() {
        return "unknown:unknown";
    }
}
