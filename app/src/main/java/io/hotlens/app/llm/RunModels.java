package io.hotlens.app.llm;

import java.util.Optional;

/// Who plays the parts of one run.
///
/// @param summaries who shortens conversations; when empty, the model that a conversation is with
/// @param coordinatorIterations how many tool calls its coordinator may make
public record RunModels(
        Model operator,
        Model coordinator,
        Optional<Model> summaries,
        Model chat,
        int coordinatorIterations) {

    /// One model for all parts.
    public static RunModels all(Model model, int coordinatorIterations) {
        return new RunModels(model, model, Optional.empty(), model, coordinatorIterations);
    }

    /// Who shortens a conversation.
    ///
    /// @param own the model that it is with
    public Model summary(Model own) {
        return summaries.orElse(own);
    }
}
