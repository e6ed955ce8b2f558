package io.hotlens.app.llm.wire;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the answers of each protocol. Every answer costs [#INPUT_TOKENS] and [#OUTPUT_TOKENS].
final class WireWriter {

    static final int INPUT_TOKENS = 120;
    static final int OUTPUT_TOKENS = 7;

    private WireWriter() {}

    static String answer(Wire wire, String text, List<ToolCall> calls) {
        return Json.write(
                Data.from(
                        switch (wire) {
                            case ANTHROPIC -> anthropic(text, calls);
                            case OPENAI -> openAi(text, calls);
                            case GEMINI -> gemini(text, calls);
                            case OLLAMA -> ollama(text, calls);
                        }));
    }

    private static Map<String, Object> anthropic(String text, List<ToolCall> calls) {
        var content = new ArrayList<Object>();
        if (!text.isEmpty()) {
            content.add(Map.of("type", "text", "text", text));
        }
        for (ToolCall call : calls) {
            content.add(
                    Map.of(
                            "type", "tool_use",
                            "id", call.id(),
                            "name", call.name(),
                            "input", Json.parse(call.arguments())));
        }
        return Map.of(
                "id", "msg_1",
                "type", "message",
                "role", "assistant",
                "model", "m",
                "content", content,
                "stop_reason", calls.isEmpty() ? "end_turn" : "tool_use",
                "usage",
                        Map.of(
                                "input_tokens", 20,
                                "cache_creation_input_tokens", 40,
                                "cache_read_input_tokens", 60,
                                "output_tokens", OUTPUT_TOKENS));
    }

    private static Map<String, Object> openAi(String text, List<ToolCall> calls) {
        var message = new LinkedHashMap<String, Object>();
        message.put("role", "assistant");
        if (!text.isEmpty()) {
            message.put("content", text);
        }
        if (!calls.isEmpty()) {
            message.put("tool_calls", calls.stream().map(WireWriter::openAiCall).toList());
        }
        return Map.of(
                "id", "chatcmpl-1",
                "object", "chat.completion",
                "model", "m",
                "choices",
                        List.of(
                                Map.of(
                                        "index",
                                        0,
                                        "message",
                                        message,
                                        "finish_reason",
                                        calls.isEmpty() ? "stop" : "tool_calls")),
                "usage",
                        Map.of(
                                "prompt_tokens",
                                INPUT_TOKENS,
                                "completion_tokens",
                                OUTPUT_TOKENS,
                                "total_tokens",
                                INPUT_TOKENS + OUTPUT_TOKENS,
                                "prompt_tokens_details",
                                Map.of("cached_tokens", 60)));
    }

    private static Map<String, Object> openAiCall(ToolCall call) {
        return Map.of(
                "id", call.id(),
                "type", "function",
                "function", Map.of("name", call.name(), "arguments", call.arguments()));
    }

    private static Map<String, Object> gemini(String text, List<ToolCall> calls) {
        var parts = new ArrayList<Object>();
        if (!text.isEmpty()) {
            parts.add(Map.of("text", text));
        }
        for (ToolCall call : calls) {
            parts.add(Map.of("functionCall", named(call, "args")));
        }
        return Map.of(
                "candidates",
                        List.of(
                                Map.of(
                                        "content",
                                        Map.of("role", "model", "parts", parts),
                                        "finishReason",
                                        "STOP")),
                "usageMetadata",
                        Map.of(
                                "promptTokenCount", INPUT_TOKENS,
                                "candidatesTokenCount", OUTPUT_TOKENS,
                                "totalTokenCount", INPUT_TOKENS + OUTPUT_TOKENS),
                "modelVersion", "m");
    }

    private static Map<String, Object> ollama(String text, List<ToolCall> calls) {
        var message = new LinkedHashMap<String, Object>();
        message.put("role", "assistant");
        message.put("content", text);
        if (!calls.isEmpty()) {
            message.put(
                    "tool_calls",
                    calls.stream()
                            .map(call -> Map.of("function", named(call, "arguments")))
                            .toList());
        }
        return Map.of(
                "model",
                "m",
                "created_at",
                "2026-01-01T00:00:00Z",
                "message",
                message,
                "done",
                true,
                "done_reason",
                "stop",
                "prompt_eval_count",
                INPUT_TOKENS,
                "eval_count",
                OUTPUT_TOKENS);
    }

    private static Map<String, Object> named(ToolCall call, String arguments) {
        return Map.of("name", call.name(), arguments, Json.parse(call.arguments()));
    }
}
