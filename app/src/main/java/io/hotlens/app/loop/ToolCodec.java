package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sealed family of records as tools: their JSON schemas, and calls read back into records. A
/// record `TakeSnapshot` is the tool `take_snapshot`; its components are the parameters.
public final class ToolCodec<T> {

    private final Map<String, Class<? extends T>> tools = new LinkedHashMap<>();
    private final List<ToolSpec> specs;

    /// @param family a sealed interface whose permitted types are records
    public ToolCodec(Class<T> family) {
        var known = new ArrayList<ToolSpec>();
        for (Class<?> tool : family.getPermittedSubclasses()) {
            String name = ToolParameter.snake(tool.getSimpleName());
            tools.put(name, tool.asSubclass(family));
            known.add(new ToolSpec(name, meaning(tool), schema(tool)));
        }
        this.specs = List.copyOf(known);
    }

    public List<ToolSpec> specs() {
        return specs;
    }

    /// Reads a call.
    public Decoded<T> decode(ToolCall call) {
        Class<? extends T> tool = tools.get(call.name());
        if (tool == null) {
            return new Decoded.Invalid<>(
                    "there is no tool '%s'; choose one of %s"
                            .formatted(call.name(), String.join(", ", tools.keySet())));
        }
        Data arguments;
        try {
            arguments =
                    call.arguments().isBlank()
                            ? Data.fields().build()
                            : Json.parse(call.arguments());
        } catch (IllegalArgumentException e) {
            return new Decoded.Invalid<>(
                    "the arguments of %s are %s".formatted(call.name(), e.getMessage()));
        }
        return arguments instanceof Data.Fields fields
                ? read(call.name(), tool, fields)
                : new Decoded.Invalid<>("the arguments of " + call.name() + " are not an object");
    }

    private Decoded<T> read(String name, Class<? extends T> tool, Data.Fields given) {
        RecordComponent[] components = tool.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        var known = new ArrayList<String>();
        try {
            for (int i = 0; i < components.length; i++) {
                var parameter = ToolParameter.of(components[i]);
                known.add(parameter.name());
                types[i] = components[i].getType();
                values[i] = parameter.read(given.get(parameter.name()).orElse(Data.NOTHING));
            }
            for (String extra : given.values().keySet()) {
                if (!known.contains(extra)) {
                    return new Decoded.Invalid<>(
                            "%s has no parameter '%s'; it takes %s"
                                    .formatted(
                                            name,
                                            extra,
                                            known.isEmpty() ? "none" : String.join(", ", known)));
                }
            }
            return new Decoded.Valid<>(tool.getDeclaredConstructor(types).newInstance(values));
        } catch (BadToolArgument e) {
            return new Decoded.Invalid<>(name + ": " + e.getMessage());
        } catch (InvocationTargetException e) {
            return new Decoded.Invalid<>(name + ": " + e.getTargetException().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(tool + " cannot be a tool", e);
        }
    }

    private static Data.Fields schema(Class<?> tool) {
        var properties = new LinkedHashMap<String, Data>();
        var required = new ArrayList<Data>();
        for (RecordComponent component : tool.getRecordComponents()) {
            var parameter = ToolParameter.of(component);
            properties.put(parameter.name(), parameter.schema());
            if (!parameter.optional()) {
                required.add(Data.of(parameter.name()));
            }
        }
        var schema = new LinkedHashMap<String, Data>();
        schema.put("type", Data.of("object"));
        schema.put("properties", Data.fields(properties));
        schema.put("required", Data.items(required));
        schema.put("additionalProperties", Data.of(false));
        return new Data.Fields(schema);
    }

    private static String meaning(Class<?> tool) {
        Meaning meaning = tool.getAnnotation(Meaning.class);
        return meaning == null ? "" : meaning.value();
    }
}
