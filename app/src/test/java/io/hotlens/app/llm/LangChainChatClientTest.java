package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.wire.Answer;
import io.hotlens.app.llm.wire.Asked;
import io.hotlens.app.llm.wire.Asked.Said;
import io.hotlens.app.llm.wire.WireServer;
import io.hotlens.app.model.Wire;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The same conversation in each protocol.
class LangChainChatClientTest {

    private static final Data NONE = Data.fields().build();
    private static final Data STATE =
            Data.fields().put("state", "warning").put("reason", "long pauses").build();

    @ParameterizedTest
    @EnumSource
    void toolsArriveWithTheirSchemas(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            Talk.ask(server.spec());
            Asked asked = server.asked().getFirst();
            assertEquals(
                    Talk.TOOLS.stream().map(ToolSpec::name).toList(),
                    asked.tools().stream().map(tool -> tool.text("name").orElse("")).toList());
            Data.Fields schema = asked.schema("set_state").orElseThrow();
            assertEquals(
                    "{\"type\":\"string\",\"enum\":[\"healthy\",\"observing\",\"warning\",\"critical\"]}",
                    Json.write(property(schema, "state")));
            assertEquals(List.of(Data.of("state"), Data.of("reason")), schema.items("required"));
            Data.Fields sent = asked.schema("send_notification").orElseThrow();
            assertEquals(
                    Data.of("array"), property(sent, "snapshot_ids").get("type").orElseThrow());
            assertEquals(Data.of("object"), property(sent, "evidence").get("type").orElseThrow());
            assertFalse(sent.items("required").contains(Data.of("evidence")));
        }
    }

    private static Data.Fields property(Data.Fields schema, String name) {
        var properties = (Data.Fields) schema.get("properties").orElseThrow();
        return (Data.Fields) properties.get(name).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aToolMustBeCalledWhereTheProtocolCanSaySo(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            Talk.ask(server.spec());
            assertEquals(
                    switch (wire) {
                        case ANTHROPIC -> "any";
                        case OPENAI -> "required";
                        case GEMINI -> "ANY";
                        case OLLAMA -> "";
                    },
                    server.asked().getFirst().toolChoice());
        }
    }

    @ParameterizedTest
    @EnumSource
    void promptAndOpeningComeFirst(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            Talk.ask(server.spec());
            Asked asked = server.asked().getFirst();
            assertEquals(Talk.SYSTEM, asked.system());
            assertEquals(List.of(new Said.User("{\"reason\":\"it is slow\"}")), asked.said());
            assertEquals(
                    switch (wire) {
                        case ANTHROPIC -> "/v1/messages";
                        case OPENAI -> "/v1/chat/completions";
                        case GEMINI -> "/v1beta/models/m:generateContent";
                        case OLLAMA -> "/api/chat";
                    },
                    asked.path());
        }
    }

    @ParameterizedTest
    @EnumSource
    void callAndItsCostAreRead(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("set_state", STATE))) {
            Reply reply = Talk.ask(server.spec());
            assertEquals("set_state", reply.calls().getFirst().name());
            assertEquals(STATE, Json.parse(reply.calls().getFirst().arguments()));
            assertEquals(
                    new Usage(
                            1,
                            WireServer.INPUT_TOKENS,
                            WireServer.OUTPUT_TOKENS,
                            0,
                            WireServer.cachedTokens(wire)),
                    reply.usage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoCallsOfOneAnswerHaveDifferentIds(Wire wire) throws InterruptedException {
        List<ToolCall> calls =
                List.of(new ToolCall("x", "done", "{}"), new ToolCall("x", "take_snapshot", "{}"));
        try (var server = new WireServer(wire, Answer.calls("both", calls))) {
            Reply reply = Talk.ask(server.spec());
            assertEquals(
                    List.of("done", "take_snapshot"),
                    reply.calls().stream().map(ToolCall::name).toList());
            assertNotEquals(reply.calls().getFirst().id(), reply.calls().getLast().id());
            assertEquals("both", reply.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void resultsAreMatchedWithTheirCalls(Wire wire) throws InterruptedException {
        var first = new ToolCall("id-a", "take_snapshot", "{}");
        var second = new ToolCall("id-b", "set_state", Json.write(STATE));
        Transcript transcript =
                Talk.opening()
                        .with(new Transcript.FromModel(List.of(first, second), "let me see"))
                        .with(
                                new Transcript.ToolResult(
                                        first, Data.fields().put("id", "7").build()))
                        .with(new Transcript.FromUser(Data.fields().put("news", "more").build()))
                        .with(new Transcript.ToolResult(second, Data.of("not run")));
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            Talk.ask(server.spec(), transcript);
            List<Said> said = server.asked().getFirst().said();
            assertEquals(5, said.size(), said::toString);
            var model = (Said.Model) said.get(1);
            assertEquals("let me see", model.text());
            assertEquals(
                    List.of("take_snapshot", "set_state"),
                    model.calls().stream().map(ToolCall::name).toList());
            assertEquals(STATE, Json.parse(model.calls().getLast().arguments()));
            var results = server.asked().getFirst().results();
            assertEquals(
                    List.of("{\"id\":\"7\"}", "\"not run\""),
                    results.stream().map(Said.Result::text).toList());
            // Ollama matches by order.
            assertEquals(
                    wire == Wire.OLLAMA ? List.of("", "") : List.of("id-a", "id-b"),
                    results.stream().map(Said.Result::id).toList());
            assertEquals(new Said.User("{\"news\":\"more\"}"), said.getLast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void conversationGoesOn(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("take_snapshot", NONE))) {
            Transcript transcript = Talk.opening();
            var ids = new ArrayList<String>();
            for (int i = 0; i < 3; i++) {
                Reply reply = Talk.ask(server.spec(), transcript);
                ToolCall call = reply.calls().getFirst();
                ids.add(call.id());
                transcript =
                        transcript
                                .with(
                                        new Transcript.FromModel(
                                                reply.calls(), reply.text(), reply.thought()))
                                .with(new Transcript.ToolResult(call, Data.of(i)));
            }
            assertEquals(3, ids.stream().distinct().count(), ids::toString);
            assertEquals(
                    List.of("0", "1"),
                    server.asked().getLast().results().stream().map(Said.Result::text).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void callThatIsWrittenAsTextCounts(Wire wire) throws InterruptedException {
        String text = "I look.\n```json\n{\"tool\": \"take_snapshot\", \"arguments\": {}}\n```";
        try (var server = new WireServer(wire, Answer.text(text))) {
            Reply reply = Talk.ask(server.spec());
            assertEquals("take_snapshot", reply.calls().getFirst().name());
            assertEquals("I look.", reply.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void textWithoutACallStaysText(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.text("All is well."))) {
            Reply reply = Talk.ask(server.spec());
            assertEquals(List.of(), reply.calls());
            assertEquals("All is well.", reply.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void toolsThatAreNotOfferedAreHandedOn(Wire wire) throws InterruptedException {
        try (var server = new WireServer(wire, Answer.call("drop_database", NONE))) {
            assertEquals("drop_database", Talk.ask(server.spec()).calls().getFirst().name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofFiveHundredCallsTwentyAreHandedOn(Wire wire) throws InterruptedException {
        var calls = new ArrayList<ToolCall>();
        for (int i = 0; i < 500; i++) {
            calls.add(new ToolCall("id-" + i, "take_snapshot", "{}"));
        }
        try (var server = new WireServer(wire, Answer.calls("", calls))) {
            assertEquals(20, Talk.ask(server.spec()).calls().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLeavesIsToldWithoutTheKey(Wire wire) throws InterruptedException {
        var sent = new ArrayList<Sent>();
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            ProviderClients.open(server.spec(), Optional.of(" " + Talk.KEY + "\n"), sent::add)
                    .ask(Talk.opening(), Talk.TOOLS);
            assertEquals(server.asked().getFirst().json(), Json.parse(sent.getFirst().body()));
            assertFalse(sent.toString().contains(Talk.KEY));
            assertEquals(
                    wire != Wire.OLLAMA,
                    server.asked().getFirst().headers().values().stream()
                            .anyMatch(value -> value.endsWith(Talk.KEY)));
            assertTrue(sent.getFirst().url().toString().endsWith(server.asked().getFirst().path()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listenerCanHoldARequestBack(Wire wire) {
        try (var server = new WireServer(wire, Answer.call("done", NONE))) {
            ChatClient client =
                    ProviderClients.open(
                            server.spec(),
                            Optional.of(Talk.KEY),
                            _ -> {
                                throw new LlmException.Fatal("nothing may leave");
                            });
            var held =
                    assertThrows(
                            LlmException.Fatal.class, () -> client.ask(Talk.opening(), Talk.TOOLS));
            assertEquals("nothing may leave", held.getMessage());
            assertEquals(List.of(), server.asked());
        }
    }
}
