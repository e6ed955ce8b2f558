package io.hotlens.app.settings;

import io.hotlens.skills.data.Data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An object of the settings file that knows where it stands, for sentences about what is wrong.
///
/// @param at where it stands, with a dot at its end; empty for the file itself
record JsonObject(String at, Data.Fields fields) {

    static JsonObject root(Data data) {
        if (data instanceof Data.Fields fields) {
            return new JsonObject("", fields);
        }
        throw new IllegalArgumentException("it must be an object");
    }

    /// @throws IllegalArgumentException when it has a member that is not one of these
    JsonObject only(String... names) {
        var unknown = new TreeSet<>(fields.values().keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s%s is not known; there are %s"
                            .formatted(at, unknown.first(), String.join(", ", names)));
        }
        return this;
    }

    /// A member that is an object; an empty one when it is missing.
    JsonObject object(String name) {
        return switch (fields.get(name).orElse(Data.NOTHING)) {
            case Data.Fields inner -> new JsonObject(at + name + ".", inner);
            case Data.Nothing _ -> new JsonObject(at + name + ".", empty());
            default -> throw new IllegalArgumentException(at + name + " must be an object");
        };
    }

    private static Data.Fields empty() {
        return new Data.Fields(new LinkedHashMap<>());
    }

    /// The members, each an object.
    Map<String, JsonObject> objects() {
        return fields.values().keySet().stream()
                .collect(
                        Collectors.toMap(
                                name -> name, this::object, (a, _) -> a, LinkedHashMap::new));
    }

    Optional<String> text(String name) {
        return member(name)
                .map(
                        value -> {
                            if (value instanceof Data.Text(String text) && !text.isBlank()) {
                                return text.strip();
                            }
                            throw new IllegalArgumentException(at + name + " must be a text");
                        });
    }

    String requiredText(String name) {
        return text(name)
                .orElseThrow(() -> new IllegalArgumentException(at + name + " is missing"));
    }

    Optional<Double> number(String name) {
        return member(name)
                .map(
                        value -> {
                            if (value instanceof Data.Num(double number)) {
                                return number;
                            }
                            throw new IllegalArgumentException(at + name + " must be a number");
                        });
    }

    boolean truth(String name, boolean usual) {
        return member(name)
                .map(
                        value -> {
                            if (value instanceof Data.Bool(boolean truth)) {
                                return truth;
                            }
                            throw new IllegalArgumentException(
                                    at + name + " must be true or false");
                        })
                .orElse(usual);
    }

    List<String> texts(String name) {
        return items(name).stream()
                .map(
                        item -> {
                            if (item instanceof Data.Text(String text)) {
                                return text;
                            }
                            throw new IllegalArgumentException(
                                    at + name + " must be an array of texts");
                        })
                .toList();
    }

    List<Data> items(String name) {
        return member(name)
                .map(
                        value -> {
                            if (value instanceof Data.Items(List<Data> items)) {
                                return items;
                            }
                            throw new IllegalArgumentException(at + name + " must be an array");
                        })
                .orElse(List.of());
    }

    private Optional<Data> member(String name) {
        return fields.get(name).filter(value -> !(value instanceof Data.Nothing));
    }
}
