package io.hotlens.skills.skill;

import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.Optional;

/// One parameter of a callback; all are passed by position.
///
/// @param fallback taken when the argument is left out; empty means it must be given
/// @param choices the only texts allowed; empty means any
public record Parameter(
        String name, Type type, Optional<Data> fallback, List<String> choices, String meaning) {

    public Parameter {
        choices = List.copyOf(choices);
    }

    /// The kinds of argument.
    public enum Type {
        TEXT,
        NUMBER,
        BOOL
    }

    /// How many items to answer; 10 unless given, 50 at most.
    public static Parameter limit() {
        return number("limit", 10, "how many items, 50 at most");
    }

    public static Parameter number(String name, double fallback, String meaning) {
        return new Parameter(name, Type.NUMBER, Optional.of(Data.of(fallback)), List.of(), meaning);
    }

    public static Parameter bool(String name, boolean fallback, String meaning) {
        return new Parameter(name, Type.BOOL, Optional.of(Data.of(fallback)), List.of(), meaning);
    }

    /// A text that must be given.
    public static Parameter text(String name, String meaning) {
        return new Parameter(name, Type.TEXT, Optional.empty(), List.of(), meaning);
    }

    /// A text out of `choices`, the first unless given.
    public static Parameter choice(String name, List<String> choices, String meaning) {
        return new Parameter(
                name, Type.TEXT, Optional.of(Data.of(choices.getFirst())), choices, meaning);
    }
}
