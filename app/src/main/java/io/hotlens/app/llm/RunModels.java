package io.hotlens.app.llm;

/// Who plays the parts of one run.
///
/// @param coordinatorIterations how many tool calls its coordinator may make
public record RunModels(Model operator, Model coordinator, int coordinatorIterations) {

    /// One model for both.
    public static RunModels all(Model model, int coordinatorIterations) {
        return new RunModels(model, model, coordinatorIterations);
    }
}
