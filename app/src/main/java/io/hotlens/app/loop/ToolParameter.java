package io.hotlens.app.loop;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One component of a tool's record: its schema, and how its value is read. Known types are text,
/// whole numbers, booleans, enumerations, [Data], and lists and optionals of these.
record ToolParameter(String name, Type type, boolean optional, String meaning) {

    static ToolParameter of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = isA(type, Optional.class);
        Meaning meaning = component.getAnnotation(Meaning.class);
        return new ToolParameter(
                snake(component.getName()),
                optional ? inner(type) : type,
                optional,
                meaning == null ? "" : meaning.value());
    }

    /// `takeSnapshot` and `TakeSnapshot` become `take_snapshot`.
    static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    Data schema() {
        var schema = new LinkedHashMap<>(schema(type).values());
        if (!meaning.isEmpty()) {
            schema.put("description", Data.of(meaning));
        }
        return new Data.Fields(schema);
    }

    private static Data.Fields schema(Type type) {
        if (type == String.class) {
            return typed("string");
        }
        if (type == long.class || type == Long.class) {
            return typed("integer");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == Data.class) {
            return typed("object");
        }
        var schema = new LinkedHashMap<String, Data>();
        if (isA(type, List.class)) {
            schema.put("type", Data.of("array"));
            schema.put("items", schema(inner(type)));
        } else {
            schema.put("type", Data.of("string"));
            schema.put("enum", Data.items(words(type).stream().map(Data::of).toList()));
        }
        return new Data.Fields(schema);
    }

    private static Data.Fields typed(String word) {
        return Data.fields().put("type", word).build();
    }

    /// @throws BadToolArgument when the value does not fit
    Object read(Data value) {
        if (optional) {
            return value instanceof Data.Nothing
                    ? Optional.empty()
                    : Optional.of(read(type, value));
        }
        if (value instanceof Data.Nothing) {
            throw new BadToolArgument(
                    "'" + name + "' is missing" + (meaning.isEmpty() ? "" : ": " + meaning));
        }
        return read(type, value);
    }

    private Object read(Type wanted, Data value) {
        if (wanted == String.class && value instanceof Data.Text(String text)) {
            return text;
        }
        if ((wanted == long.class || wanted == Long.class)
                && value instanceof Data.Num num
                && num.isWhole()) {
            return (long) num.value();
        }
        if ((wanted == boolean.class || wanted == Boolean.class)
                && value instanceof Data.Bool(boolean bool)) {
            return bool;
        }
        if (wanted == Data.class) {
            return value;
        }
        if (isA(wanted, List.class) && value instanceof Data.Items(List<Data> items)) {
            var read = new ArrayList<Object>();
            items.forEach(item -> read.add(read(inner(wanted), item)));
            return List.copyOf(read);
        }
        if (wanted instanceof Class<?> choice && choice.isEnum()) {
            return constant(choice, value);
        }
        throw new BadToolArgument(
                "'%s' must be %s"
                        .formatted(name, words(wanted).isEmpty() ? schemaWord(wanted) : "a word"));
    }

    private Object constant(Class<?> choice, Data value) {
        List<String> words = words(choice);
        int index = value instanceof Data.Text(String text) ? words.indexOf(text) : -1;
        if (index < 0) {
            throw new BadToolArgument(
                    "'%s' must be one of %s, not %s"
                            .formatted(name, String.join(", ", words), Json.write(value)));
        }
        return choice.getEnumConstants()[index];
    }

    private static String schemaWord(Type wanted) {
        return schema(wanted).text("type").orElse("given");
    }

    private static List<String> words(Type type) {
        return type instanceof Class<?> choice && choice.isEnum()
                ? Arrays.stream(choice.getEnumConstants())
                        .map(c -> c.toString().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    private static boolean isA(Type type, Class<?> raw) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == raw;
    }

    private static Type inner(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
