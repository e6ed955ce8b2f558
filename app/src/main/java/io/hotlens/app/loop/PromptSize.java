package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Json;

import java.util.List;

/// How long a prompt is.
public final class PromptSize {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private PromptSize() {}

    /// What so many characters are likely to count.
    static long tokens(long characters) {
        return characters / CHARACTERS_PER_TOKEN;
    }

    static long characters(long tokens) {
        return tokens * CHARACTERS_PER_TOKEN;
    }

    /// Characters of the conversation and of the tools that go with it.
    static long of(Transcript transcript, List<ToolSpec> tools) {
        return of(transcript) + of(tools);
    }

    static long of(Transcript transcript) {
        return transcript.system().length()
                + transcript.messages().stream().mapToLong(PromptSize::of).sum();
    }

    /// Characters of the tools.
    public static long of(List<ToolSpec> tools) {
        return tools.stream()
                .mapToLong(
                        tool ->
                                (long) tool.name().length()
                                        + tool.description().length()
                                        + Json.write(tool.schema()).length())
                .sum();
    }

    static long of(Transcript.Message message) {
        return switch (message) {
            case Transcript.FromUser(var content) -> Json.write(content).length();
            case Transcript.FromModel(var calls, String text, var thought) ->
                    (long) text.length()
                            + Json.write(thought).length()
                            + calls.stream().mapToLong(PromptSize::of).sum();
            case Transcript.ToolResult(ToolCall call, var result) ->
                    (long) call.name().length() + Json.write(result).length();
        };
    }

    private static long of(ToolCall call) {
        return (long) call.name().length() + call.arguments().length();
    }
}
