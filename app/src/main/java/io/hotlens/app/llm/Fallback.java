package io.hotlens.app.llm;

import java.util.List;

/// Asks the models in order until one answers, each with its own retries. A limit that is used up
/// is no reason to ask the next.
record Fallback(List<Model> models) implements ChatClient {

    Fallback {
        models = List.copyOf(models);
    }

    @Override
    public Reply ask(Transcript transcript, List<ToolSpec> tools) throws InterruptedException {
        for (Model model : models.subList(0, models.size() - 1)) {
            try {
                return model.ask(transcript, tools, _ -> {});
            } catch (LlmException.Retriable | LlmException.Fatal _) {
                // The next is asked.
            }
        }
        return models.getLast().ask(transcript, tools, _ -> {});
    }
}
