package io.hotlens.app.llm;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A tool call that a model wrote into its text instead of making it, as small local models do:
/// `{"tool": NAME, "arguments": {...}}`, also with `name` for `tool`, and `input` or `parameters`
/// for `arguments`; bare, in a code fence or in a tag.
///
/// @param arguments a JSON object
/// @param rest what else the text says
record CallInText(String name, String arguments, String rest) {

    private static final Set<String> KEYS =
            Set.of("tool", "name", "arguments", "input", "parameters", "type", "id");
    private static final int MOST_CHARACTERS = 100_000;
    private static final int MOST_STARTS = 200;
    private static final Pattern EMPTY_WRAPPING =
            Pattern.compile("```\\w{0,20}\\s{0,100}```|<(tool_call)>\\s{0,100}</\\1>");

    /// The call in a text that holds exactly one call of one of these tools; empty for any other.
    static Optional<CallInText> find(String text, Set<String> tools) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        Optional<CallInText> found = Optional.empty();
        int start = text.indexOf('{');
        for (int starts = 0; start >= 0 && starts < MOST_STARTS; starts++) {
            int end = endOfObject(text, start);
            Optional<Data.Fields> object =
                    end < 0 ? Optional.empty() : object(text.substring(start, end));
            Optional<CallInText> call = Optional.empty();
            if (object.isPresent()) {
                String rest = text.substring(0, start) + text.substring(end);
                call = call(object.get(), rest).filter(c -> tools.contains(c.name));
            }
            if (call.isPresent() && found.isPresent()) {
                return Optional.empty();
            }
            if (call.isPresent()) {
                found = call;
            }
            start = text.indexOf('{', object.isPresent() ? end : start + 1);
        }
        return found;
    }

    private static Optional<CallInText> call(Data.Fields object, String rest) {
        Optional<String> name = object.text("tool").or(() -> object.text("name"));
        if (name.isEmpty() || !KEYS.containsAll(object.values().keySet())) {
            return Optional.empty();
        }
        Data arguments =
                Stream.of("arguments", "input", "parameters")
                        .flatMap(key -> object.get(key).stream())
                        .findFirst()
                        .orElse(Data.fields().build());
        Optional<Data.Fields> fields =
                arguments instanceof Data.Text(String json)
                        ? object(json)
                        : Optional.of(arguments)
                                .filter(Data.Fields.class::isInstance)
                                .map(Data.Fields.class::cast);
        return fields.map(
                given ->
                        new CallInText(
                                name.get(),
                                Json.write(given),
                                EMPTY_WRAPPING.matcher(rest).replaceAll("").strip()));
    }

    private static Optional<Data.Fields> object(String json) {
        try {
            return Json.parse(json) instanceof Data.Fields fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The index behind the brace that closes the one at `start`, or -1.
    private static int endOfObject(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i += quoted ? 1 : 0;
                case '"' -> quoted = !quoted;
                case '{' -> depth += quoted ? 0 : 1;
                case '}' -> {
                    depth -= quoted ? 0 : 1;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }
}
