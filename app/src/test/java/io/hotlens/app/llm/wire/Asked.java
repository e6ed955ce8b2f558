package io.hotlens.app.llm.wire;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.skills.data.Data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request as a server understood it, alike for every protocol.
///
/// @param headers by their names in lower case
/// @param json the whole body
/// @param tools `{name, description?, schema?}` each
/// @param toolChoice in the words of the protocol; empty when it says nothing
public record Asked(
        String path,
        Map<String, String> headers,
        Data.Fields json,
        String system,
        List<Said> said,
        List<Data.Fields> tools,
        String toolChoice) {

    /// One message.
    public sealed interface Said {
        record User(String text) implements Said {}

        record Model(String text, List<ToolCall> calls) implements Said {}

        /// @param id empty where the protocol has none
        record Result(String id, String tool, String text) implements Said {}
    }

    public Asked {
        headers = Map.copyOf(headers);
        said = List.copyOf(said);
        tools = List.copyOf(tools);
    }

    public List<Said.Result> results() {
        return said.stream()
                .filter(Said.Result.class::isInstance)
                .map(Said.Result.class::cast)
                .toList();
    }

    /// The schema of a tool; empty when the tool is not offered or has none.
    public Optional<Data.Fields> schema(String tool) {
        return tools.stream()
                .filter(offered -> offered.text("name").orElse("").equals(tool))
                .map(offered -> offered.get("schema").orElse(Data.NOTHING))
                .filter(Data.Fields.class::isInstance)
                .map(Data.Fields.class::cast)
                .findFirst();
    }
}
