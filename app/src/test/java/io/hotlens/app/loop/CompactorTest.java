package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

@Timeout(30)
final class CompactorTest {

    private static final int LIMIT = 3_000;
    private static final Usage COST = new Usage(1, 700, 50, 0.01);
    private static final Data OPENING = Data.fields().put("reason", "it is slow").build();

    private final List<Transcript> asked = new ArrayList<>();
    private final List<List<ToolSpec>> offered = new ArrayList<>();
    private final List<LoopEvent> events = new ArrayList<>();

    private Model saying(String text) {
        return summary(
                (transcript, tools) -> {
                    asked.add(transcript);
                    offered.add(tools);
                    return new Reply(List.of(), text, COST);
                });
    }

    private static Model summary(ChatClient client) {
        return limited(client, LIMIT);
    }

    private static Model limited(ChatClient client, int tokens) {
        return new Model("test", client, RetryPolicy.NONE, OptionalInt.of(tokens));
    }

    private static Model thinker(int tokens) {
        return limited((_, _) -> Reply.of(new ToolCall("1", "done", "")), tokens);
    }

    private Compactor.Fitted fit(Compactor compactor, Transcript transcript) throws Exception {
        return compactor.fit(transcript, List.of(), events::add);
    }

    private static String id(int n) {
        return "%016x".formatted(n);
    }

    /// Rounds of a snapshot of about 300 tokens each, with its id from its number.
    private static Transcript rounds(int count) {
        Transcript transcript = Transcript.of("system", OPENING);
        for (int i = 0; i < count; i++) {
            transcript = round(transcript, i, 1_200);
        }
        return transcript;
    }

    private static Transcript round(Transcript transcript, int number, int size) {
        var call = new ToolCall("call-" + number, "take_snapshot", "");
        return transcript
                .with(new Transcript.FromModel(List.of(call), ""))
                .with(
                        new Transcript.ToolResult(
                                call,
                                Data.fields()
                                        .put("id", id(number))
                                        .put("captured_at", "2026-01-01T00:00:00Z")
                                        .put("data", "x".repeat(size))
                                        .build()));
    }

    private static Data.Fields second(Transcript transcript) {
        var told = assertInstanceOf(Transcript.FromUser.class, transcript.messages().get(1));
        return assertInstanceOf(Data.Fields.class, told.content());
    }

    private static void assertPaired(Transcript transcript) {
        List<String> open = new ArrayList<>();
        for (Transcript.Message message : transcript.messages()) {
            switch (message) {
                case Transcript.FromModel(List<ToolCall> calls, _, _) -> {
                    assertEquals(List.of(), open);
                    calls.forEach(call -> open.add(call.id()));
                }
                case Transcript.ToolResult(ToolCall call, _) ->
                        assertTrue(open.remove(call.id()), call.id());
                case Transcript.FromUser _ -> assertEquals(List.of(), open);
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void shortConversationIsLeftAlone() throws Exception {
        Transcript transcript = rounds(5);
        assertSame(
                transcript,
                fit(new Compactor(thinker(LIMIT), saying("s")), transcript).transcript());
        assertEquals(List.of(), events);
        assertEquals(List.of(), asked);
    }

    @Test
    void olderMessagesGiveWayToASummaryThatNamesTheirIds() throws Exception {
        Compactor.Fitted fitted =
                fit(new Compactor(thinker(LIMIT), saying("the heap grew")), rounds(12));

        Transcript shorter = fitted.transcript();
        assertEquals(new Transcript.FromUser(OPENING), shorter.messages().getFirst());
        assertEquals("the heap grew", second(shorter).text("summary").orElseThrow());
        assertEquals(18, second(shorter).number("compacted_messages").orElseThrow());
        assertEquals(
                Json.parse(
                        "{\"snapshot_ids\": [%s]}"
                                .formatted(
                                        String.join(
                                                ",",
                                                IntStream.range(0, 9)
                                                        .mapToObj(i -> '"' + id(i) + '"')
                                                        .toList()))),
                second(shorter).get("ids").orElseThrow());
        assertEquals(8, shorter.messages().size());
        assertPaired(shorter);
        assertEquals(COST, fitted.usage());
        assertEquals(List.of(List.of()), offered);
    }

    @Test
    void eventsTellTheSizesBeforeAndAfter() throws Exception {
        Transcript shorter =
                fit(new Compactor(thinker(LIMIT), saying("s")), rounds(12)).transcript();

        var started = assertInstanceOf(LoopEvent.CompactionStarted.class, events.getFirst());
        var stopped = assertInstanceOf(LoopEvent.CompactionStopped.class, events.getLast());
        assertEquals(25, started.messages());
        assertTrue(started.tokens() > LIMIT);
        assertEquals(shorter.messages().size(), stopped.messages());
        assertEquals(PromptSize.tokens(PromptSize.of(shorter)), stopped.tokens());
    }

    @Test
    void aCallOfSeveralToolsIsKeptWithAllItsAnswers() throws Exception {
        Transcript transcript = rounds(12);
        var calls = new ArrayList<ToolCall>();
        for (int i = 0; i < 8; i++) {
            calls.add(new ToolCall("many-" + i, "think", "{\"thought\": \"t\"}"));
        }
        transcript = transcript.with(new Transcript.FromModel(calls, ""));
        for (ToolCall call : calls) {
            transcript = transcript.with(new Transcript.ToolResult(call, Data.NOTHING));
        }

        Transcript shorter =
                fit(new Compactor(thinker(LIMIT), saying("s")), transcript).transcript();

        assertEquals(11, shorter.messages().size());
        assertPaired(shorter);
    }

    @Test
    void everyKindOfIdIsListedAndNoneOfATargetsOwn() {
        var execute = new ToolCall("e", "execute", "{\"code\": \"return x()\"}");
        var insight =
                new ToolCall(
                        "i",
                        "produce_insight",
                        "{\"notification_ids\": [\"%s\"]}".formatted(id(7)));
        List<Transcript.Message> messages =
                List.of(
                        new Transcript.FromModel(List.of(insight), ""),
                        new Transcript.ToolResult(
                                insight, Data.fields().put("insight_produced", id(9)).build()),
                        new Transcript.FromUser(
                                Json.parse(
                                        """
                                        {"news": "notification", "notification": {"id": "%s", "anomaly_type": "deadlock",
                                         "operator": "threads", "snapshot_ids": ["%s"]}}\
                                        """
                                                .formatted(id(8), id(3)))),
                        new Transcript.ToolResult(
                                execute,
                                Data.fields().put("skill", "evil").put("known", id(66)).build()));

        assertEquals(
                Json.parse(
                        """
                        {"snapshot_ids": ["%s"], "notification_ids": ["%s", "%s"], "insight_ids": ["%s"],
                         "operators": ["threads"]}\
                        """
                                .formatted(id(3), id(7), id(8), id(9))),
                KeptIds.of(messages, 10));
    }

    @Test
    void summaryThatFailsLeavesTheNewestMessagesAndTheIds() throws Exception {
        Model failing =
                summary(
                        (_, _) -> {
                            throw new LlmException.Fatal("no such model");
                        });

        for (Model model :
                List.of(
                        failing,
                        saying("  "),
                        Model.rules((_, _) -> Reply.of(new ToolCall("1", "done", ""))))) {
            Transcript shorter = fit(new Compactor(thinker(LIMIT), model), rounds(12)).transcript();

            assertTrue(second(shorter).text("summary").isEmpty());
            assertTrue(Json.write(second(shorter)).contains(id(0)));
            assertEquals(8, shorter.messages().size());
            assertPaired(shorter);
        }
    }

    @Test
    void earlierSummaryAndItsIdsSurviveTheNextCompaction() throws Exception {
        var compactor = new Compactor(thinker(LIMIT), saying("first"));
        Transcript transcript = fit(compactor, rounds(12)).transcript();
        for (int i = 12; i < 24; i++) {
            transcript = round(transcript, i, 1_200);
        }
        var silent = new Compactor(thinker(LIMIT), saying(""));

        Transcript shorter = fit(silent, transcript).transcript();

        assertEquals("first", second(shorter).text("summary").orElseThrow());
        assertEquals(42, second(shorter).number("compacted_messages").orElseThrow());
        assertTrue(Json.write(second(shorter)).contains(id(0)));
    }

    @Test
    void rulesModelKeepsTheWholeTranscript() throws Exception {
        Transcript transcript = rounds(500);
        Model rules = Model.rules((_, _) -> Reply.of(new ToolCall("1", "done", "")));

        assertSame(transcript, fit(new Compactor(rules, rules), transcript).transcript());
    }

    @ParameterizedTest
    @ValueSource(longs = {4_000, 2_900})
    void whatTheProviderCountedIsBelieved(long counted) throws Exception {
        var compactor = new Compactor(thinker(LIMIT), saying("s"));
        Transcript transcript = rounds(8);
        compactor.asked(transcript, List.of(), new Usage(1, counted, 10, 0));

        fit(compactor, transcript);

        assertEquals(counted > LIMIT, !events.isEmpty());
    }

    @Test
    void countWithoutWhatWasCachedIsNotBelieved() throws Exception {
        var compactor = new Compactor(thinker(LIMIT), saying("s"));
        Transcript transcript = rounds(12);
        compactor.asked(transcript, List.of(), new Usage(1, 30, 10, 0));

        fit(compactor, transcript);
        assertTrue(!events.isEmpty());
    }

    @Test
    void answersTooLargeToKeepAreShortenedWithTheirIds() throws Exception {
        Transcript transcript = Transcript.of("system", OPENING);
        for (int i = 0; i < 3; i++) {
            transcript = round(transcript, i, 30_000);
        }

        Transcript shorter =
                fit(new Compactor(thinker(LIMIT), saying("s")), transcript).transcript();

        assertTrue(PromptSize.tokens(PromptSize.of(shorter)) <= LIMIT);
        assertPaired(shorter);
        var last = assertInstanceOf(Transcript.ToolResult.class, shorter.messages().getLast());
        String text = Json.write(last.result());
        assertTrue(text.contains("shortened_from") && text.contains(id(2)), text);
    }
}
