package io.hotlens.app.llm;

import dev.langchain4j.data.message.AiMessage;

import io.hotlens.skills.data.Data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a model thought before it called a tool, in the form in which its provider wants to see it
/// again: `{thinking?, attributes?}`, where the attributes are signatures and encrypted blocks.
final class Thought {

    private static final String THINKING = "thinking";
    private static final String ATTRIBUTES = "attributes";

    private Thought() {}

    /// [Data#NOTHING] when it did not think.
    static Data of(AiMessage message) {
        var thought = new LinkedHashMap<String, Object>();
        if (message.thinking() != null) {
            thought.put(THINKING, message.thinking());
        }
        if (!message.attributes().isEmpty()) {
            thought.put(ATTRIBUTES, message.attributes());
        }
        return thought.isEmpty() ? Data.NOTHING : Data.from(thought);
    }

    static void put(Data thought, AiMessage.Builder message) {
        if (thought instanceof Data.Fields fields) {
            fields.text(THINKING).ifPresent(message::thinking);
            if (fields.get(ATTRIBUTES).orElse(Data.NOTHING) instanceof Data.Fields attributes) {
                message.attributes(plain(attributes));
            }
        }
    }

    private static Map<String, Object> plain(Data.Fields attributes) {
        var plain = new LinkedHashMap<String, Object>();
        attributes
                .values()
                .forEach(
                        (name, value) -> {
                            switch (value) {
                                case Data.Text(String text) -> plain.put(name, text);
                                case Data.Items(List<Data> items) ->
                                        plain.put(name, items.stream().map(Thought::text).toList());
                                default -> {}
                            }
                        });
        return plain;
    }

    private static String text(Data item) {
        return item instanceof Data.Text(String text) ? text : "";
    }
}
