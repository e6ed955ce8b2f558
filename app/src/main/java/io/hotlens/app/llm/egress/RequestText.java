package io.hotlens.app.llm.egress;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.List;

/// A request as a person reads it.
final class RequestText {

    private RequestText() {}

    /// System prompt, tools and messages, one JSON object a line.
    static String of(Transcript transcript, List<ToolSpec> tools) {
        var lines = new ArrayList<String>();
        lines.add(system(transcript.system()));
        tools.forEach(tool -> lines.add(line(tool)));
        transcript.messages().forEach(message -> lines.add(line(message)));
        return String.join("\n", lines);
    }

    /// A message as one line of it.
    static String line(Transcript.Message message) {
        return Json.write(of(message));
    }

    static String system(String prompt) {
        return Json.write(Data.fields().put("system", prompt).build());
    }

    static String line(ToolSpec tool) {
        return Json.write(
                Data.fields()
                        .put("tool", tool.name())
                        .put("description", tool.description())
                        .put("schema", tool.schema())
                        .build());
    }

    private static Data of(Transcript.Message message) {
        return switch (message) {
            case Transcript.FromUser(Data content) -> Data.fields().put("user", content).build();
            case Transcript.FromModel(List<ToolCall> calls, String text, Data thought) ->
                    Data.fields()
                            .put("model", text)
                            .put("calls", calls.stream().map(RequestText::of).toList())
                            .put("thought", thought)
                            .build();
            case Transcript.ToolResult(ToolCall call, Data result) ->
                    Data.fields().put("answer_to", call.id()).put("result", result).build();
        };
    }

    private static Data of(ToolCall call) {
        return Data.fields()
                .put("id", call.id())
                .put("name", call.name())
                .put("arguments", call.arguments())
                .build();
    }
}
