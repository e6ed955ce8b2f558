package io.hotlens.skills.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Builds the named values of an answer and keeps to the rules for names: lower case, and never a
/// Lua keyword.
public final class FieldsBuilder {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> LUA_KEYWORDS =
            Set.of(
                    "and",
                    "break",
                    "do",
                    "else",
                    "elseif",
                    "end",
                    "false",
                    "for",
                    "function",
                    "goto",
                    "if",
                    "in",
                    "local",
                    "nil",
                    "not",
                    "or",
                    "repeat",
                    "return",
                    "then",
                    "true",
                    "until",
                    "while");

    private final LinkedHashMap<String, Data> values = new LinkedHashMap<>();

    FieldsBuilder() {}

    public FieldsBuilder put(String name, Data value) {
        if (!NAME.matcher(name).matches() || LUA_KEYWORDS.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be a field name");
        }
        values.put(name, value);
        return this;
    }

    public FieldsBuilder put(String name, String value) {
        return put(name, Data.of(value));
    }

    /// Puts a number; a value that is not finite becomes [Data#NOTHING].
    public FieldsBuilder put(String name, double value) {
        return put(name, Data.of(value));
    }

    public FieldsBuilder put(String name, boolean value) {
        return put(name, Data.of(value));
    }

    public FieldsBuilder put(String name, List<? extends Data> value) {
        return put(name, Data.items(value));
    }

    /// Puts a time as ISO-8601 UTC under `name`, and as `unix_ms`.
    public FieldsBuilder putTime(String name, Instant time) {
        return put(name, time.toString()).put("unix_ms", (double) time.toEpochMilli());
    }

    public Data.Fields build() {
        return new Data.Fields(values);
    }
}
