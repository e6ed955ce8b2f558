package io.hotlens.skills.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// [Data] as JSON text and back.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    public static String write(Data data) {
        return node(data).toString();
    }

    public static String writePretty(Data data) {
        return node(data).toPrettyString();
    }

    /// Reads one JSON value.
    ///
    /// @throws IllegalArgumentException when the text is not JSON; the message says where
    public static Data parse(String text) {
        try {
            return data(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode node(Data data) {
        return switch (data) {
            case Data.Text(String value) -> NODES.textNode(value);
            case Data.Num num when num.isWhole() -> NODES.numberNode((long) num.value());
            case Data.Num(double value) -> NODES.numberNode(value);
            case Data.Bool(boolean value) -> NODES.booleanNode(value);
            case Data.Items(List<Data> values) -> {
                ArrayNode array = NODES.arrayNode();
                values.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Data.Fields fields -> {
                ObjectNode object = NODES.objectNode();
                fields.values().forEach((name, item) -> object.set(name, node(item)));
                yield object;
            }
            case Data.Nothing _ -> NODES.nullNode();
        };
    }

    private static Data data(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Data.of(node.textValue());
            case NUMBER -> Data.of(node.doubleValue());
            case BOOLEAN -> Data.of(node.booleanValue());
            case ARRAY -> {
                var items = new ArrayList<Data>(node.size());
                node.forEach(item -> items.add(data(item)));
                yield new Data.Items(items);
            }
            case OBJECT -> {
                var fields = new LinkedHashMap<String, Data>();
                node.properties().forEach(e -> fields.put(e.getKey(), data(e.getValue())));
                yield new Data.Fields(fields);
            }
            case BINARY, MISSING, NULL, POJO -> Data.NOTHING;
        };
    }
}
