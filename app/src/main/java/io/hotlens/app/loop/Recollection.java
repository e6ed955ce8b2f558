package io.hotlens.app.loop;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.List;

/// A conversation told to a model that has no tools: each message as `{told}`, `{model}` or
/// `{answer}`, shortened until all fit.
public final class Recollection {

    private static final int LONGEST_MESSAGE = 8_000;
    private static final int SHORTEST_MESSAGE = 100;

    private Recollection() {}

    /// @param characters of all together; the oldest are left out when short ones still exceed it
    public static Data of(List<Transcript.Message> messages, long characters) {
        int most = LONGEST_MESSAGE;
        List<Data> said = said(messages, most);
        while (most > SHORTEST_MESSAGE && length(said) > characters) {
            most /= 2;
            said = said(messages, most);
        }
        var newest = new ArrayList<>(said);
        while (newest.size() > 1 && length(newest) > characters) {
            newest.removeFirst();
        }
        return Data.items(newest);
    }

    /// Characters of a conversation that leave a tenth of the prompt to other things.
    ///
    /// @param rest characters that go with it
    public static long room(int promptTokens, int rest) {
        return PromptSize.characters(promptTokens) * 9 / 10 - rest;
    }

    private static long length(List<Data> said) {
        return Json.write(Data.items(said)).length();
    }

    private static List<Data> said(List<Transcript.Message> messages, int most) {
        return messages.stream().map(message -> said(message, most)).toList();
    }

    private static Data said(Transcript.Message message, int most) {
        return switch (message) {
            case Transcript.FromUser(Data content) -> said("told", content, most);
            case Transcript.FromModel(List<ToolCall> calls, String text, _) ->
                    said(
                            "model",
                            Data.fields()
                                    .put("said", text)
                                    .put(
                                            "called",
                                            calls.stream().map(Recollection::called).toList())
                                    .build(),
                            most);
            case Transcript.ToolResult(ToolCall call, Data result) ->
                    said(
                            "answer",
                            Data.fields().put("tool", call.name()).put("result", result).build(),
                            most);
        };
    }

    private static Data called(ToolCall call) {
        return Data.fields().put("tool", call.name()).put("with", arguments(call)).build();
    }

    private static Data arguments(ToolCall call) {
        try {
            return call.arguments().isBlank() ? Data.NOTHING : Json.parse(call.arguments());
        } catch (IllegalArgumentException _) {
            return Data.of(call.arguments());
        }
    }

    private static Data said(String who, Data what, int most) {
        return Data.fields().put(who, Excerpt.of(what, most)).build();
    }
}
