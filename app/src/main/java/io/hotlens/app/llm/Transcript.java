package io.hotlens.app.llm;

import io.hotlens.skills.data.Data;

import java.util.ArrayList;
import java.util.List;

/// A conversation with a model: immutable, so that one thread can read what another goes on with.
///
/// @param system who the model is and what it must know
public record Transcript(String system, List<Message> messages) {

    /// One entry. Every [FromModel] call is followed by its [ToolResult].
    public sealed interface Message {}

    /// What the loop tells the model: the opening, news, corrections.
    public record FromUser(Data content) implements Message {}

    /// What the model answered.
    ///
    /// @param thought as in its [Reply]
    public record FromModel(List<ToolCall> calls, String text, Data thought) implements Message {
        public FromModel {
            calls = List.copyOf(calls);
        }

        /// Without a thought.
        public FromModel(List<ToolCall> calls, String text) {
            this(calls, text, Data.NOTHING);
        }
    }

    /// The answer to one call; text from the target in it is data, never instructions.
    public record ToolResult(ToolCall call, Data result) implements Message {}

    public Transcript {
        messages = List.copyOf(messages);
    }

    public static Transcript of(String system, Data opening) {
        return new Transcript(system, List.of(new FromUser(opening)));
    }

    public Transcript with(Message message) {
        var more = new ArrayList<Message>(messages.size() + 1);
        more.addAll(messages);
        more.add(message);
        return new Transcript(system, more);
    }

    /// The opening and about the newest `keep` messages; a call is never parted from its result.
    public Transcript trimmed(int keep) {
        if (messages.size() <= keep + 1) {
            return this;
        }
        int from = messages.size() - keep;
        while (from < messages.size() && messages.get(from) instanceof ToolResult) {
            from++;
        }
        var kept = new ArrayList<Message>();
        kept.add(messages.getFirst());
        kept.addAll(messages.subList(from, messages.size()));
        return new Transcript(system, kept);
    }

    /// The calls that were answered, oldest first.
    public List<ToolResult> results() {
        return messages.stream()
                .filter(ToolResult.class::isInstance)
                .map(ToolResult.class::cast)
                .toList();
    }

    /// What the loop told the model, oldest first.
    public List<Data> told() {
        return messages.stream()
                .filter(FromUser.class::isInstance)
                .map(m -> ((FromUser) m).content())
                .toList();
    }
}
