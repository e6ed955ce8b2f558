package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Reply;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

final class EgressTest {

    private static final List<ToolSpec> TOOLS =
            List.of(new ToolSpec("execute", "Runs Lua.", Data.fields().build()));
    private static final Transcript ASKED =
            Transcript.of(
                    "You investigate /srv/prompt.",
                    Data.fields()
                            .put("reason", "slow since /srv/canary/x grows")
                            .put("message", "payment of the canary failed")
                            .build());

    private final ScriptedModel model = new ScriptedModel();
    private final EgressLog log = new EgressLog(_ -> {});
    private final AtomicReference<EgressPolicy> policy =
            new AtomicReference<>(new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of()));

    private Egress egress(Redactor redactor) {
        return new Egress(
                new Egress.Setup(
                        redactor, policy::get, EgressConsent.NOBODY, log, InstantSource.system()));
    }

    private ChatClient guarded() {
        return egress(Redactor.usual()).guard(model, "openai:gpt-5-mini", false);
    }

    private void allow(DataClass allowed) {
        policy.set(new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of(allowed)));
    }

    private static Transcript noted(String note) {
        return Transcript.of("s", Data.fields().put("note", note).build());
    }

    @Test
    void aTextLearnedLaterIsWithheldInAnOlderMessage() throws Exception {
        Egress egress = egress(Redactor.usual());
        ChatClient guarded = egress.guard(model, "openai:gpt-5-mini", false);
        Transcript transcript = noted("it said refused payment of Jane Doe twice");
        guarded.ask(transcript, TOOLS);
        egress.saw(Data.fields().put("message", "refused payment of Jane Doe").build());
        guarded.ask(transcript, TOOLS);

        assertEquals(transcript, model.asked().getFirst());
        assertEquals(
                noted("it said [log text 1 withheld: 27 chars] twice"), model.asked().getLast());
    }

    @Test
    void aHostLearnedLaterIsReplacedInAnOlderMessage() throws Exception {
        Egress egress = egress(Redactor.usual());
        ChatClient guarded = egress.guard(model, "openai:gpt-5-mini", false);
        Transcript transcript = noted("thread pool-shopdb7-1 waits");
        guarded.ask(transcript, TOOLS);
        egress.saw(Data.fields().put("host", "shopdb7").build());
        guarded.ask(transcript, TOOLS);

        assertEquals(transcript, model.asked().getFirst());
        assertEquals(noted("thread pool-host-1-1 waits"), model.asked().getLast());
    }

    @Test
    void whatWasWithheldStaysSoWhenOthersAreLearned() throws Exception {
        Egress egress = egress(Redactor.usual());
        ChatClient guarded = egress.guard(model, "openai:gpt-5-mini", false);
        egress.saw(Data.fields().put("message", "refused payment of Jane Doe").build());
        Transcript transcript = noted("refused payment of Jane Doe and a timeout of John Roe");
        guarded.ask(transcript, TOOLS);
        for (int i = 0; i < 30_000; i++) {
            egress.saw(
                    Data.fields().put("message", "number %05d of many texts".formatted(i)).build());
        }
        egress.saw(Data.fields().put("message", "a timeout of John Roe").build());
        guarded.ask(transcript, TOOLS);

        assertFalse(model.asked().getLast().toString().contains("Jane"));
        assertFalse(model.asked().getLast().toString().contains("John"));
    }

    @Test
    void theLogTellsTheLengthOfWhatLeft() throws Exception {
        guarded().ask(ASKED, TOOLS);

        EgressLog.Entry entry = log.entries().getFirst();
        assertEquals(entry.text().length(), entry.chars());
    }

    @Test
    void theProviderGetsTheCleanedTranscriptAndOurPromptAsItIs() throws Exception {
        guarded().ask(ASKED, TOOLS);

        assertEquals(
                Transcript.of(
                        "You investigate /srv/prompt.",
                        Data.fields()
                                .put("reason", "slow since path-1 grows")
                                .put("message", "[log text 1 withheld: 28 chars]")
                                .build()),
                model.asked().getFirst());
    }

    @Test
    void whatIsAllowedLeaves() throws Exception {
        allow(DataClass.PATHS);
        ChatClient client = guarded();
        client.ask(ASKED, TOOLS);
        allow(DataClass.LOG_TEXT);
        client.ask(ASKED, TOOLS);

        assertTrue(Json.write(told(0)).contains("/srv/canary/x"));
        assertFalse(Json.write(told(1)).contains("/srv/canary/x"));
        assertTrue(Json.write(told(1)).contains("payment of the canary failed"));
    }

    private Data told(int n) {
        return model.asked().get(n).told().getFirst();
    }

    @Test
    void standInsInTheAnswerAreTurnedBack() throws Exception {
        model.then(
                _ ->
                        new Reply(
                                List.of(
                                        new ToolCall(
                                                "c1",
                                                "execute",
                                                "{\"code\":\"return f('path-1', path-1)\"}"),
                                        new ToolCall(
                                                "c2",
                                                "think",
                                                "{\"thought\":\"[log text 1 withheld: 28 chars]"
                                                        + " of path-9\"}")),
                                "look at path-1",
                                new Usage(1, 2, 3, 0)));

        Reply reply = guarded().ask(ASKED, TOOLS);

        assertEquals(
                new Reply(
                        List.of(
                                new ToolCall(
                                        "c1",
                                        "execute",
                                        "{\"code\":\"return f('/srv/canary/x', path-1)\"}"),
                                new ToolCall(
                                        "c2",
                                        "think",
                                        "{\"thought\":\"payment of the canary failed of"
                                                + " path-9\"}")),
                        "look at /srv/canary/x",
                        new Usage(1, 2, 3, 0),
                        Data.NOTHING,
                        OptionalLong.of(1)),
                reply);
    }

    @Test
    void anAnswerNamesTheRequestThatItAnswers() throws Exception {
        ChatClient client = guarded();
        client.ask(ASKED, TOOLS);
        Reply second = client.ask(ASKED, TOOLS);

        assertEquals(OptionalLong.of(2), second.request());
        assertEquals(List.of(2L, 1L), log.entries().stream().map(EgressLog.Entry::number).toList());
    }

    @Test
    void theModelSeesItsOwnCallsAsItMadeThem() throws Exception {
        var said =
                new ToolCall(
                        "c1", "execute", "{ \"code\" : \"return 'select a from b', 'path-1'\"}");
        model.then(_ -> Reply.of(said));
        ChatClient client = guarded();
        Reply reply = client.ask(ASKED, TOOLS);
        ToolCall call = reply.calls().getFirst();

        client.ask(
                ASKED.with(new Transcript.FromModel(reply.calls(), reply.text()))
                        .with(new Transcript.ToolResult(call, Data.of("/srv/canary/x"))),
                TOOLS);

        assertTrue(call.arguments().contains("/srv/canary/x"));
        assertEquals(
                List.of(
                        new Transcript.FromModel(List.of(said), ""),
                        new Transcript.ToolResult(said, Data.of("path-1"))),
                model.asked().getLast().messages().subList(1, 3));
    }

    @Test
    void eachMessageIsCleanedOnce() throws Exception {
        ChatClient client = guarded();
        client.ask(ASKED, TOOLS);
        client.ask(ASKED.with(new Transcript.FromUser(Data.of("news"))), TOOLS);

        assertSame(
                model.asked().get(0).messages().getFirst(),
                model.asked().get(1).messages().getFirst());
    }

    @Test
    void textsThatCallbacksAnsweredAreKnownOutsideOfTheirFields() throws Exception {
        Egress egress = egress(Redactor.usual());
        egress.saw(Data.fields().put("message", "order of the canary was lost").build());

        egress.guard(model, "m", false)
                .ask(Transcript.of("", Data.of("it says order of the canary was")), TOOLS);

        assertEquals(Data.of("it says [log text 2 withheld: 23 chars]"), told(0));
    }

    @Test
    void whatCannotBeCleanedDoesNotLeave() {
        Data deep = Data.of("x");
        for (int i = 0; i < 100_000; i++) {
            deep = Data.items(List.of(deep));
        }
        Transcript transcript = Transcript.of("", deep);

        var failed =
                assertThrows(
                        LlmException.Fatal.class,
                        () ->
                                egress(Redactor.usual())
                                        .guard(model, "m", false)
                                        .ask(transcript, TOOLS));

        assertTrue(String.valueOf(failed.getMessage()).startsWith("nothing was sent to m: "));
        assertEquals(List.of(), model.asked());
    }

    @Test
    void anAnswerThatCannotBeLearnedClosesTheWay() {
        Data deep = Data.of("x");
        for (int i = 0; i < 100_000; i++) {
            deep = Data.items(List.of(deep));
        }
        Egress egress = egress(Redactor.usual());
        egress.saw(deep);

        assertThrows(
                LlmException.Fatal.class, () -> egress.guard(model, "m", false).ask(ASKED, TOOLS));
        assertEquals(List.of(), model.asked());
    }

    @Test
    void patternsOfTheUserAreSecrets() throws Exception {
        egress(new Redactor(List.of(Pattern.compile("[0-9]+"))))
                .guard(model, "m", false)
                .ask(Transcript.of("", Data.of("a@b.example pays 4711 at /srv/canary/x")), TOOLS);

        assertEquals(Data.of("mail-1 pays [redacted] at path-1"), told(0));
        assertEquals(
                Map.of(DataClass.IDENTIFIERS, 1, DataClass.SECRETS, 1, DataClass.PATHS, 1),
                log.entries().getFirst().withheld());
    }
}
