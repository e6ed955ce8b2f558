package io.hotlens.app.llm.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.ChatClient;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.ToolSpec;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

final class EgressPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
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
    private final List<EgressPreview> asked = new ArrayList<>();
    private final List<EgressLog.Entry> told = new ArrayList<>();
    private final EgressLog log = new EgressLog(told::add);
    private final AtomicReference<EgressPolicy> policy =
            new AtomicReference<>(new EgressPolicy(EgressPolicy.Mode.AUTOMATIC, Set.of()));

    private EgressConsent.Decision answer = EgressConsent.Decision.ONCE;

    private ChatClient guarded() {
        return new Egress(
                        new Egress.Setup(
                                Redactor.usual(),
                                policy::get,
                                preview -> {
                                    asked.add(preview);
                                    return answer;
                                },
                                log,
                                InstantSource.fixed(NOW)))
                .guard(model, "openai:gpt-5-mini", false);
    }

    private void mode(EgressPolicy.Mode mode, DataClass... allowed) {
        policy.set(new EgressPolicy(mode, Set.of(allowed)));
    }

    @Test
    void neverMeansThatNothingIsAsked() {
        mode(EgressPolicy.Mode.NEVER);

        var refused = assertThrows(LlmException.Fatal.class, () -> guarded().ask(ASKED, TOOLS));

        assertEquals(
                "nothing of this target may leave for openai:gpt-5-mini: its egress mode is"
                        + " 'never'; set it to 'ask' or 'automatic' in the settings, or use"
                        + " the rules model",
                refused.getMessage());
        assertEquals(List.of(), model.asked());
        assertEquals(List.of(), log.entries());
    }

    @Test
    void theUserIsShownWhatWouldLeave() throws Exception {
        mode(EgressPolicy.Mode.ASK);
        guarded().ask(ASKED, TOOLS);

        EgressPreview preview = asked.getFirst();
        assertEquals("openai:gpt-5-mini", preview.model());
        assertEquals(
                """
                {"system":"You investigate /srv/prompt."}
                {"tool":"execute","description":"Runs Lua.","schema":{}}
                {"user":{"reason":"slow since path-1 grows","message":"[log text 1 withheld: 28 chars]"}}\
                """,
                preview.text());
        assertEquals(Map.of(DataClass.PATHS, 1, DataClass.LOG_TEXT, 1), preview.withheld());
        assertEquals(
                List.of(
                        new Replaced(DataClass.PATHS, "/srv/canary/x", "path-1"),
                        new Replaced(
                                DataClass.LOG_TEXT,
                                "payment of the canary failed",
                                "[log text 1 withheld: 28 chars]")),
                preview.replaced());
    }

    @Test
    void aPreviewRevealsNoSecretOfWhatStaysHere() throws Exception {
        mode(EgressPolicy.Mode.ASK);
        guarded()
                .ask(
                        Transcript.of(
                                "system",
                                Data.fields()
                                        .put("message", "login failed, password=hunter2 was wrong")
                                        .build()),
                        TOOLS);
        assertFalse(asked.getFirst().toString().contains("hunter2"));
    }

    @Test
    void onceCountsForOneRequestAndItsFurtherAttempts() throws Exception {
        mode(EgressPolicy.Mode.ASK);
        ChatClient client = guarded();
        client.ask(ASKED, TOOLS);
        client.ask(ASKED, TOOLS);
        client.ask(ASKED.with(new Transcript.FromUser(Data.of("news"))), TOOLS);

        assertEquals(2, asked.size());
    }

    @Test
    void theSessionCountsUntilThePolicyChanges() throws Exception {
        mode(EgressPolicy.Mode.ASK);
        answer = EgressConsent.Decision.SESSION;
        ChatClient client = guarded();
        client.ask(ASKED, TOOLS);
        client.ask(ASKED.with(new Transcript.FromUser(Data.of("news"))), TOOLS);
        assertEquals(1, asked.size());

        mode(EgressPolicy.Mode.ASK, DataClass.PATHS);
        client.ask(ASKED, TOOLS);
        assertEquals(2, asked.size());
    }

    @Test
    void aRefusedRequestDoesNotLeave() {
        mode(EgressPolicy.Mode.ASK);
        answer = EgressConsent.Decision.REFUSE;

        assertThrows(LlmException.Fatal.class, () -> guarded().ask(ASKED, TOOLS));

        assertEquals(List.of(), model.asked());
        assertEquals(List.of(), log.entries());
    }

    @Test
    void theLogHoldsTheNewestHundredAsTheyLeft() throws Exception {
        ChatClient client = guarded();
        for (int i = 0; i < 101; i++) {
            client.ask(ASKED.with(new Transcript.FromUser(Data.of(i))), TOOLS);
        }

        assertEquals(101, told.size());
        assertEquals(100, log.entries().size());
        EgressLog.Entry newest = log.entries().getFirst();
        assertEquals(told.getLast(), newest);
        assertEquals(NOW, newest.at());
        assertEquals("openai:gpt-5-mini", newest.model());
        assertEquals(model.asked().getLast(), newest.sent());
        assertEquals(newest.chars(), newest.text().length());
        assertFalse(newest.text().contains("canary"));
    }

    @Test
    void secretsAndIdentifiersCannotBeAllowed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new EgressPolicy(EgressPolicy.Mode.ASK, Set.of(DataClass.SECRETS)));
    }
}
