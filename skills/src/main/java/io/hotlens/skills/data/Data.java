package io.hotlens.skills.data;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A JSON-shaped value: the only type that crosses skill, Lua, model and screen.
public sealed interface Data {

    Data NOTHING = new Nothing();

    /// A piece of text; when it came from a target it is untrusted.
    record Text(String value) implements Data {}

    /// A finite number; whole values print without a fraction.
    record Num(double value) implements Data {
        public Num {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number must be finite, not " + value);
            }
        }

        /// Whether the value has no fraction and fits a long exactly.
        public boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) < 9.007199254740992e15;
        }
    }

    /// True or false.
    record Bool(boolean value) implements Data {}

    /// An ordered list.
    record Items(List<Data> values) implements Data {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Named values in the order in which they were put.
    record Fields(SequencedMap<String, Data> values) implements Data {
        public Fields {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }

        public Optional<Data> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /// The number called `name`, or empty when it is absent or something else.
        public Optional<Double> number(String name) {
            return get(name).orElse(NOTHING) instanceof Num(double value)
                    ? Optional.of(value)
                    : Optional.empty();
        }

        /// The text called `name`, or empty when it is absent or something else.
        public Optional<String> text(String name) {
            return get(name).orElse(NOTHING) instanceof Text(String value)
                    ? Optional.of(value)
                    : Optional.empty();
        }

        /// The list called `name`, or an empty list when it is absent or something else.
        public List<Data> items(String name) {
            return get(name).orElse(NOTHING) instanceof Items(List<Data> values)
                    ? values
                    : List.of();
        }
    }

    /// No value.
    record Nothing() implements Data {}

    static Data of(String value) {
        return new Text(value);
    }

    /// A number, or [#NOTHING] when the value is not finite.
    static Data of(double value) {
        return Double.isFinite(value) ? new Num(value) : NOTHING;
    }

    static Data of(boolean value) {
        return new Bool(value);
    }

    static Data items(List<? extends Data> values) {
        return new Items(List.copyOf(values));
    }

    static Data fields(Map<String, ? extends Data> values) {
        return new Fields(new LinkedHashMap<>(values));
    }

    static FieldsBuilder fields() {
        return new FieldsBuilder();
    }

    /// The value of a plain Java object (text, number, boolean, list, map, null); anything else by
    /// its text.
    static Data from(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Data data -> data;
            case String text -> of(text);
            case Boolean bool -> of(bool);
            case Number number -> of(number.doubleValue());
            case List<?> list -> items(list.stream().map(Data::from).toList());
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Data>();
                map.forEach((key, item) -> values.put(String.valueOf(key), from(item)));
                yield new Fields(values);
            }
            default -> of(String.valueOf(value));
        };
    }
}
