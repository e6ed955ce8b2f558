package io.hotlens.app.llm.wire;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.wire.Asked.Said;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the requests of each protocol.
final class WireReader {

    private WireReader() {}

    static Asked read(Wire wire, String path, Map<String, String> headers, String body) {
        var json = (Data.Fields) Json.parse(body);
        return switch (wire) {
            case ANTHROPIC ->
                    new Asked(
                            path,
                            headers,
                            json,
                            texts(json.items("system")),
                            anthropic(json),
                            tools(json.items("tools"), "input_schema"),
                            in(json, "tool_choice").text("type").orElse(""));
            case OPENAI, OLLAMA ->
                    new Asked(
                            path,
                            headers,
                            json,
                            system(json),
                            chat(json),
                            tools(functions(json.items("tools")), "parameters"),
                            json.text("tool_choice").orElse(""));
            case GEMINI ->
                    new Asked(
                            path,
                            headers,
                            json,
                            texts(in(json, "systemInstruction").items("parts")),
                            gemini(json),
                            tools(declarations(json), "parametersJsonSchema"),
                            in(in(json, "toolConfig"), "functionCallingConfig")
                                    .text("mode")
                                    .orElse(""));
        };
    }

    private static List<Said> anthropic(Data.Fields json) {
        var said = new ArrayList<Said>();
        for (Data message : json.items("messages")) {
            List<Data> blocks = fields(message).items("content");
            if (text(message, "role").equals("assistant")) {
                said.add(
                        new Said.Model(
                                texts(blocks),
                                ofType(blocks, "tool_use").stream()
                                        .map(use -> call(use, "id", "input"))
                                        .toList()));
                continue;
            }
            ofType(blocks, "tool_result")
                    .forEach(result -> said.add(result(result, "tool_use_id", "content")));
            if (!ofType(blocks, "text").isEmpty()) {
                said.add(new Said.User(texts(blocks)));
            }
        }
        return said;
    }

    private static String system(Data.Fields json) {
        return json.items("messages").stream()
                .filter(message -> text(message, "role").equals("system"))
                .map(message -> text(message, "content"))
                .collect(Collectors.joining("\n"));
    }

    private static List<Said> chat(Data.Fields json) {
        var said = new ArrayList<Said>();
        for (Data message : json.items("messages")) {
            switch (text(message, "role")) {
                case "user" -> said.add(new Said.User(text(message, "content")));
                case "tool" -> said.add(result(fields(message), "tool_call_id", "content"));
                case "assistant" ->
                        said.add(
                                new Said.Model(
                                        text(message, "content"),
                                        fields(message).items("tool_calls").stream()
                                                .map(WireReader::chatCall)
                                                .toList()));
                default -> {}
            }
        }
        return said;
    }

    private static ToolCall chatCall(Data item) {
        ToolCall call = call(in(fields(item), "function"), "id", "arguments");
        return new ToolCall(text(item, "id"), call.name(), call.arguments());
    }

    private static List<Said> gemini(Data.Fields json) {
        var said = new ArrayList<Said>();
        for (Data content : json.items("contents")) {
            List<Data> parts = fields(content).items("parts");
            if (text(content, "role").equals("model")) {
                said.add(
                        new Said.Model(
                                texts(parts),
                                parts.stream()
                                        .filter(
                                                part ->
                                                        fields(part)
                                                                .get("functionCall")
                                                                .isPresent())
                                        .map(part -> in(fields(part), "functionCall"))
                                        .map(call -> call(call, "id", "args"))
                                        .toList()));
                continue;
            }
            for (Data part : parts) {
                Data.Fields response = in(fields(part), "functionResponse");
                if (response.values().isEmpty()) {
                    said.add(new Said.User(text(part, "text")));
                } else {
                    said.add(
                            new Said.Result(
                                    response.text("id").orElse(""),
                                    response.text("name").orElse(""),
                                    in(response, "response").text("response").orElse("")));
                }
            }
        }
        return said;
    }

    private static List<Data> functions(List<Data> tools) {
        return tools.stream().<Data>map(tool -> in(fields(tool), "function")).toList();
    }

    private static List<Data> declarations(Data.Fields json) {
        return json.items("tools").stream()
                .flatMap(tool -> fields(tool).items("functionDeclarations").stream())
                .toList();
    }

    private static List<Data.Fields> tools(List<Data> offered, String schema) {
        return offered.stream().map(tool -> tool(fields(tool), schema)).toList();
    }

    private static Data.Fields tool(Data.Fields offered, String schema) {
        var tool = new LinkedHashMap<String, Data>();
        offered.get("name").ifPresent(name -> tool.put("name", name));
        offered.get("description").ifPresent(words -> tool.put("description", words));
        offered.get(schema).ifPresent(given -> tool.put("schema", given));
        return new Data.Fields(tool);
    }

    private static ToolCall call(Data.Fields call, String id, String arguments) {
        Data given = call.get(arguments).orElse(Data.NOTHING);
        return new ToolCall(
                call.text(id).orElse(""),
                call.text("name").orElse(""),
                given instanceof Data.Text(String json) ? json : Json.write(given));
    }

    private static Said.Result result(Data.Fields result, String id, String content) {
        Data given = result.get(content).orElse(Data.NOTHING);
        return new Said.Result(
                result.text(id).orElse(""),
                result.text("tool_name").orElse(""),
                given instanceof Data.Items(List<Data> blocks)
                        ? texts(blocks)
                        : given instanceof Data.Text(String text) ? text : Json.write(given));
    }

    private static List<Data.Fields> ofType(List<Data> blocks, String type) {
        return blocks.stream()
                .filter(block -> text(block, "type").equals(type))
                .map(WireReader::fields)
                .toList();
    }

    private static String texts(List<Data> blocks) {
        return blocks.stream()
                .flatMap(block -> fields(block).text("text").stream())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Data data, String name) {
        return fields(data).text(name).orElse("");
    }

    private static Data.Fields in(Data.Fields data, String name) {
        return fields(data.get(name).orElse(Data.NOTHING));
    }

    private static Data.Fields fields(Data data) {
        return data instanceof Data.Fields fields ? fields : Data.fields().build();
    }
}
