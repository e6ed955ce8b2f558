package io.hotlens.app.store;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An object that was kept, read member by member. Each method throws an [IllegalArgumentException]
/// when the member is missing or something else.
record Part(Data.Fields fields) {

    static Part of(Data data) {
        if (data instanceof Data.Fields fields) {
            return new Part(fields);
        }
        throw new IllegalArgumentException("an object was expected, not " + data);
    }

    Data data(String name) {
        return fields.get(name).orElseThrow(() -> missing(name));
    }

    String text(String name) {
        return fields.text(name).orElseThrow(() -> missing(name));
    }

    Optional<String> maybe(String name) {
        return fields.text(name);
    }

    double number(String name) {
        return fields.number(name).orElseThrow(() -> missing(name));
    }

    int whole(String name) {
        return (int) number(name);
    }

    boolean truth(String name) {
        if (data(name) instanceof Data.Bool(boolean value)) {
            return value;
        }
        throw missing(name);
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    /// Kept in milliseconds.
    Duration span(String name) {
        return Duration.ofMillis((long) number(name));
    }

    <E extends Enum<E>> E word(Class<E> type, String name) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    }

    Part part(String name) {
        return of(data(name));
    }

    List<Part> parts(String name) {
        return fields.items(name).stream().map(Part::of).toList();
    }

    List<String> texts(String name) {
        return fields.items(name).stream()
                .map(
                        item -> {
                            if (item instanceof Data.Text(String text)) {
                                return text;
                            }
                            throw missing(name);
                        })
                .toList();
    }

    static List<Data> items(List<?> values) {
        return values.stream().map(value -> Data.of(value.toString())).toList();
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("'" + name + "' is missing or something else");
    }
}
