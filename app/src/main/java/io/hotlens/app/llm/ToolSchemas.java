package io.hotlens.app.llm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;

import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

/// Tools in langchain4j's words. The schema of each parameter passes as it is.
final class ToolSchemas {

    private ToolSchemas() {}

    static ToolSpecification of(ToolSpec tool, Wire wire) {
        var specification = ToolSpecification.builder().name(tool.name());
        if (!tool.description().isBlank()) {
            specification.description(tool.description());
        }
        JsonObjectSchema parameters = parameters(tool.schema());
        // Gemini refuses an object without properties and takes a tool without parameters.
        if (wire != Wire.GEMINI || !parameters.properties().isEmpty()) {
            specification.parameters(parameters);
        }
        return specification.build();
    }

    private static JsonObjectSchema parameters(Data.Fields schema) {
        var parameters = JsonObjectSchema.builder();
        if (schema.get("properties").orElse(Data.NOTHING) instanceof Data.Fields properties) {
            properties
                    .values()
                    .forEach(
                            (name, property) ->
                                    parameters.addProperty(
                                            name, JsonRawSchema.from(Json.write(property))));
        }
        parameters.required(
                schema.items("required").stream()
                        .filter(Data.Text.class::isInstance)
                        .map(name -> ((Data.Text) name).value())
                        .toList());
        if (schema.get("additionalProperties").orElse(Data.NOTHING)
                instanceof Data.Bool(boolean more)) {
            parameters.additionalProperties(more);
        }
        return parameters.build();
    }
}
