package io.hotlens.skills.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// [Data] as JSON text and back.
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper()
                    .registerModule(
                            new SimpleModule().addSerializer(Data.class, new DataSerializer()));
    private static final ObjectWriter WRITER = MAPPER.writerFor(Data.class);
    private static final ObjectWriter PRETTY_WRITER = WRITER.withDefaultPrettyPrinter();

    private Json() {}

    public static String write(Data data) {
        return write(data, WRITER);
    }

    public static String writePretty(Data data) {
        return write(data, PRETTY_WRITER);
    }

    private static String write(Data data, ObjectWriter writer) {
        try {
            return writer.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
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

    /// Writes a value as it goes through it, without a tree in between.
    @SuppressWarnings("serial")
    private static final class DataSerializer extends StdSerializer<Data> {

        DataSerializer() {
            super(Data.class);
        }

        @Override
        public void serialize(Data data, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            write(data, out);
        }

        private static void write(Data data, JsonGenerator out) throws IOException {
            switch (data) {
                case Data.Text(String value) -> out.writeString(value);
                case Data.Num num when num.isWhole() -> out.writeNumber((long) num.value());
                case Data.Num(double value) -> out.writeNumber(value);
                case Data.Bool(boolean value) -> out.writeBoolean(value);
                case Data.Items(List<Data> values) -> {
                    out.writeStartArray();
                    for (Data value : values) {
                        write(value, out);
                    }
                    out.writeEndArray();
                }
                case Data.Fields fields -> {
                    out.writeStartObject();
                    for (Map.Entry<String, Data> field : fields.values().entrySet()) {
                        out.writeFieldName(field.getKey());
                        write(field.getValue(), out);
                    }
                    out.writeEndObject();
                }
                case Data.Nothing _ -> out.writeNull();
            }
        }
    }
}
