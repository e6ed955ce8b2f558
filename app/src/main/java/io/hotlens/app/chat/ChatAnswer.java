package io.hotlens.app.chat;

import io.hotlens.app.trace.Outcome;
import io.hotlens.app.trace.Usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What came of one question.
///
/// @param outcome completed when it was answered; else why it was not
/// @param text the answer; empty when there is none
/// @param cited ids of notifications, insights and snapshots that the answer stands on; each exists
/// @param at when it was asked
public record ChatAnswer(
        String question,
        Outcome outcome,
        String text,
        List<String> cited,
        Instant at,
        Duration took,
        Usage usage) {

    public ChatAnswer {
        cited = List.copyOf(cited);
    }

    public boolean answered() {
        return !text.isEmpty();
    }
}
