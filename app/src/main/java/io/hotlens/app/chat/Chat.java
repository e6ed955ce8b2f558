package io.hotlens.app.chat;

import java.util.List;

/// The questions about one investigation, one after the other. Safe from any thread.
public interface Chat {

    /// Asks and waits for the answer, three minutes at most; a question under way is waited for.
    /// When there is no answer, the outcome says why.
    ///
    /// @throws IllegalArgumentException when the question is blank
    /// @throws InterruptedException when interrupted before the question was asked; later, the
    ///   outcome is cancelled
    ChatAnswer ask(String question) throws InterruptedException;

    /// Ends the question under way; its outcome is cancelled. Returns at once.
    void stop();

    /// What was asked up to now, oldest first.
    List<ChatAnswer> answers();
}
