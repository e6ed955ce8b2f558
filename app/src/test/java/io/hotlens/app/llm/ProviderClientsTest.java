package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.ModelOptions;
import io.hotlens.app.model.ModelSpec;
import io.hotlens.app.model.Provider;
import io.hotlens.app.model.Wire;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What each provider has of its own.
class ProviderClientsTest {

    private static final Answer DONE = Answer.call("done", Data.fields().build());

    private static ModelSpec spec(WireServer server, Provider provider, String model) {
        return new ModelSpec(provider, model, server.baseUrl(), ModelOptions.DEFAULT);
    }

    private static Asked asked(WireServer server, ModelSpec spec, Transcript transcript)
            throws InterruptedException {
        Talk.ask(spec, transcript);
        return server.asked().getLast();
    }

    @ParameterizedTest
    @EnumSource
    void whoNeedsAKeySaysWhichVariable(Provider provider) {
        var spec =
                new ModelSpec(
                        provider, "m", URI.create("http://127.0.0.1:9/v1"), ModelOptions.DEFAULT);
        if (provider.needsKey()) {
            var failure =
                    assertThrows(
                            LlmException.Fatal.class,
                            () -> ProviderClients.open(spec, Optional.of(" ")));
            assertEquals(
                    "%s:m needs a key and there is none; set %s"
                            .formatted(provider.word(), provider.keyVariable().orElseThrow()),
                    Talk.sentence(failure));
        } else {
            ProviderClients.open(spec, Optional.empty());
        }
    }

    @Test
    void keyThatCannotBeOneIsNotRepeated() {
        var spec = ModelSpec.parse("openai", Optional.empty());
        var failure =
                assertThrows(
                        LlmException.Fatal.class,
                        () -> ProviderClients.open(spec, Optional.of("two\nlines-of-key")));
        assertTrue(Talk.sentence(failure).contains("OPENAI_API_KEY"), () -> Talk.sentence(failure));
        assertFalse(Talk.sentence(failure).contains("lines-of-key"), () -> Talk.sentence(failure));
    }

    @Test
    void anthropicCachesPromptAndTools() throws InterruptedException {
        try (var server = new WireServer(Wire.ANTHROPIC, DONE)) {
            Data.Fields json = asked(server, server.spec(), Talk.opening()).json();
            String cached = "\"cache_control\":{\"type\":\"ephemeral\"}";
            assertTrue(Json.write(json.items("system").getLast()).contains(cached));
            assertTrue(Json.write(json.items("tools").getLast()).contains(cached));
            assertFalse(Json.write(json.items("tools").getFirst()).contains(cached));
            assertTrue(Json.write(json).contains("\"disable_parallel_tool_use\":true"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    claude-haiku-4-5-20251001, enabled
                    claude-sonnet-4-20250514,  enabled
                    claude-3-7-sonnet-latest,  enabled
                    claude-opus-4-1,           enabled
                    claude-opus-4-8,           adaptive
                    claude-sonnet-4-6,         adaptive
                    claude-sonnet-5,           adaptive
                    """)
    void anthropicThinksWithFreeChoiceAndRoomForTheAnswer(String model, String type)
            throws InterruptedException {
        try (var server = new WireServer(Wire.ANTHROPIC, DONE)) {
            var spec = new ModelSpec(Provider.ANTHROPIC, model, server.baseUrl(), Talk.thinking());
            Asked asked = asked(server, spec, Talk.opening());
            assertEquals("auto", asked.toolChoice());
            var thinking = (Data.Fields) asked.json().get("thinking").orElseThrow();
            assertEquals(Optional.of(type), thinking.text("type"));
            assertEquals(
                    type.equals("enabled") ? Optional.of(2000.0) : Optional.empty(),
                    thinking.number("budget_tokens"));
            assertEquals(Optional.of(4000.0), asked.json().number("max_tokens"));
            assertEquals(Optional.empty(), asked.json().get("temperature"));
        }
    }

    @Test
    void anthropicSeesItsThoughtAgain() throws InterruptedException {
        Answer thoughtful =
                Answer.raw(
                        """
                        {"id": "m1", "type": "message", "role": "assistant", "content": [
                          {"type": "thinking", "thinking": "Hm.", "signature": "c2lnbmVk"},
                          {"type": "redacted_thinking", "data": "ZW5jcnlwdGVk"},
                          {"type": "tool_use", "id": "t1", "name": "done", "input": {}}],
                         "stop_reason": "tool_use",
                         "usage": {"input_tokens": 1, "output_tokens": 1}}
                        """);
        try (var server = new WireServer(Wire.ANTHROPIC, thoughtful)) {
            ModelSpec spec = server.spec(Talk.thinking());
            Reply reply = Talk.ask(spec);
            Asked asked = asked(server, spec, afterwards(reply));
            Data.Fields answer = (Data.Fields) asked.json().items("messages").get(1);
            assertEquals(
                    "{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"c2lnbmVk\"}",
                    Json.write(answer.items("content").getFirst()));
            assertEquals(
                    "{\"type\":\"redacted_thinking\",\"data\":\"ZW5jcnlwdGVk\"}",
                    Json.write(answer.items("content").get(1)));
        }
    }

    @Test
    void geminiSeesItsSignatureAgain() throws InterruptedException {
        Answer signed =
                Answer.raw(
                        """
                        {"candidates": [{"content": {"role": "model", "parts": [
                          {"functionCall": {"name": "done", "args": {}},
                           "thoughtSignature": "c2lnbmVk"}]}, "finishReason": "STOP"}],
                         "usageMetadata": {"promptTokenCount": 1, "candidatesTokenCount": 1}}
                        """);
        try (var server = new WireServer(Wire.GEMINI, signed)) {
            Reply reply = Talk.ask(server.spec());
            Asked asked = asked(server, server.spec(), afterwards(reply));
            Data answer = asked.json().items("contents").get(1);
            assertTrue(
                    Json.write(answer).contains("\"thoughtSignature\":\"c2lnbmVk\""),
                    () -> Json.write(answer));
        }
    }

    private static Transcript afterwards(Reply reply) {
        return Talk.opening()
                .with(new Transcript.FromModel(reply.calls(), reply.text(), reply.thought()))
                .with(new Transcript.ToolResult(reply.calls().getFirst(), Data.of("ok")));
    }

    @Test
    void geminiIsTheOnlyOneWhoseToolsMayHaveNoSchema() throws InterruptedException {
        for (Wire wire : Wire.values()) {
            try (var server = new WireServer(wire, DONE)) {
                Asked asked = asked(server, server.spec(), Talk.opening());
                assertEquals(wire != Wire.GEMINI, asked.schema("done").isPresent(), wire::name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, max_completion_tokens", "COMPATIBLE, max_tokens", "MISTRAL, max_tokens"})
    void outputIsBoundedInTheWordsOfTheProvider(Provider provider, String name)
            throws InterruptedException {
        try (var server = new WireServer(Wire.OPENAI, DONE)) {
            Asked asked = asked(server, spec(server, provider, "m"), Talk.opening());
            assertEquals(Optional.of(4096.0), asked.json().number(name));
            assertEquals(
                    1,
                    asked.json().values().keySet().stream()
                            .filter(key -> key.startsWith("max_"))
                            .count());
        }
    }

    @Test
    void localServerIsAskedWithoutAKey() throws InterruptedException {
        try (var server = new WireServer(Wire.OPENAI, DONE)) {
            ProviderClients.open(spec(server, Provider.COMPATIBLE, "local"), Optional.empty())
                    .ask(Talk.opening(), Talk.TOOLS);
            assertFalse(server.asked().getFirst().headers().containsKey("authorization"));
        }
    }

    @Test
    void mistralHearsNoUserRightAfterAResult() throws InterruptedException {
        var call = new ToolCall("abcdefghi", "done", "{}");
        Transcript transcript =
                Talk.opening()
                        .with(new Transcript.FromModel(List.of(call), ""))
                        .with(new Transcript.ToolResult(call, Data.of("ok")))
                        .with(new Transcript.FromUser(Data.of("news")));
        try (var server = new WireServer(Wire.OPENAI, DONE)) {
            Asked mistral = asked(server, spec(server, Provider.MISTRAL, "m"), transcript);
            assertEquals(new Asked.Said.Model("Noted.", List.of()), mistral.said().get(3));
            assertEquals(4, asked(server, server.spec(), transcript).said().size());
        }
    }
}
