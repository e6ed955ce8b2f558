package io.hotlens.app.llm;

/// What everything that goes to a provider passes.
@FunctionalInterface
public interface Gate {

    /// A client that sends nothing but what may leave.
    ///
    /// @param model for people
    /// @param consented whether the user named this model for this run
    ChatClient guard(ChatClient provider, String model, boolean consented);
}
