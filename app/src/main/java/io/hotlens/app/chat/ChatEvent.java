package io.hotlens.app.chat;

import io.hotlens.app.loop.LoopEvent;
import io.hotlens.skills.skill.SkillId;

import java.time.Instant;
import java.util.List;

/// A step on the way to an answer.
///
/// @param iteration how often the model was asked
public record ChatEvent(Instant at, int iteration, Step step) {

    /// What happened.
    public sealed interface Step {}

    public record Asked(String question) implements Step {}

    /// Operators look again.
    public record OperatorsSent(List<SkillId> skills) implements Step {
        public OperatorsSent {
            skills = List.copyOf(skills);
        }
    }

    /// The model called a tool.
    public record Chose(String tool) implements Step {}

    /// The model's answer could not be used; it was told why.
    public record Rejected(String tool, String reason) implements Step {}

    public record Answered(ChatAnswer answer) implements Step {}

    /// What only those want to know who follow every step.
    public record InLoop(LoopEvent.Fine event) implements Step {}
}
