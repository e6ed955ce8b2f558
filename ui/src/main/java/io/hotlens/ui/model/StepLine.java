package io.hotlens.ui.model;

import io.hotlens.skills.data.Data;

import java.time.Instant;
import java.util.List;

/// One line of a timeline.
///
/// @param words what happened, without the subject
/// @param details what the line opens to
public record StepLine(Instant at, String words, Weight weight, List<Detail> details) {

    public StepLine {
        details = List.copyOf(details);
    }

    /// How much a line asks to be seen.
    public enum Weight {
        QUIET,
        NORMAL,
        FINDING,
        TROUBLE
    }

    /// What stands behind a step.
    public sealed interface Detail {
        /// A tool call as the model made it.
        record ToolCall(String tool, Data arguments) implements Detail {}

        record Lua(String code) implements Detail {}

        record Result(Data value) implements Detail {}

        record Words(String text) implements Detail {}

        /// The request whose answer it is.
        ///
        /// @param number of the request in its session
        record Request(long number) implements Detail {}
    }
}
