package io.hotlens.app.llm;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A model ready to be asked by a run.
///
/// @param name for people and events: `provider:model`, `hotlens:rules` for the built-in one
/// @param promptTokens the longest prompt that it should be given; empty for the rules model, which
///   needs every message that there was
public record Model(String name, ChatClient client, RetryPolicy retries, OptionalInt promptTokens) {

    /// The name of the built-in one.
    public static final String RULES = "hotlens:rules";

    /// Longer prompts cost more than they tell.
    static final int USUAL_PROMPT_TOKENS = 50_000;

    private static final double PROMPT_SHARE = 0.6;

    /// A model whose window is not known.
    public Model(String name, ChatClient client, RetryPolicy retries) {
        this(name, client, retries, promptTokens(OptionalInt.empty()));
    }

    /// The built-in model.
    public static Model rules(ChatClient client) {
        return new Model(RULES, client, RetryPolicy.NONE, OptionalInt.empty());
    }

    /// The usual length, and never more than 60 % of the window.
    static OptionalInt promptTokens(OptionalInt contextTokens) {
        return OptionalInt.of(
                contextTokens.isEmpty()
                        ? USUAL_PROMPT_TOKENS
                        : Math.min(
                                USUAL_PROMPT_TOKENS,
                                (int) (contextTokens.getAsInt() * PROMPT_SHARE)));
    }

    /// Whether it is the rules model, which chooses tools and knows no words.
    public boolean isRules() {
        return promptTokens.isEmpty();
    }

    /// The first answer, after the retries that it needs.
    ///
    /// @param listener told of each attempt, from the calling thread
    /// @throws LlmException of the last attempt
    public Reply ask(Transcript transcript, List<ToolSpec> tools, Consumer<LlmEvent> listener)
            throws InterruptedException {
        return retries.ask(this, transcript, tools, listener);
    }
}
