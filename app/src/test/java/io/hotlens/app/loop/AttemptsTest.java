package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.fixture.ScriptedModel;
import io.hotlens.app.llm.LlmEvent;
import io.hotlens.app.llm.LlmException;
import io.hotlens.app.llm.Model;
import io.hotlens.app.llm.RetryPolicy;
import io.hotlens.app.llm.Transcript;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Timeout(60)
final class AttemptsTest {

    private static final Transcript TRANSCRIPT = Transcript.of("be brief", Data.of("well?"));

    private final List<LlmEvent> events = new ArrayList<>();
    private final List<Duration> slept = new ArrayList<>();
    private final RetryPolicy policy =
            new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), slept::add);

    private void ask(ScriptedModel model) throws InterruptedException {
        var _ = new Model("unknown:unknown", model, policy).ask(TRANSCRIPT, List.of(), events::add);
    }

    private List<Boolean> retries() {
        return events.stream()
                .filter(LlmEvent.CallFailed.class::isInstance)
                .map(e -> ((LlmEvent.CallFailed) e).willRetry())
                .toList();
    }

    private static ScriptedModel failing(LlmException failure) {
        return new ScriptedModel()
                .then(
                        _ -> {
                            throw failure;
                        });
    }

    @Test
    void eachAttemptIsToldWithItsNumber() throws Exception {
        ask(new ScriptedModel().thenFailing().then("done", ""));

        assertEquals(List.of(1, 1, 2, 2), events.stream().map(LlmEvent::attempt).toList());
        assertEquals(List.of(true), retries());
        assertInstanceOf(LlmEvent.CallStopped.class, events.getLast());
        assertEquals(List.of(Duration.ofSeconds(1)), slept);
    }

    @Test
    void lastAttemptSaysThatNoneFollows() {
        var model = new ScriptedModel().thenFailing().thenFailing().thenFailing();

        assertThrows(LlmException.Retriable.class, () -> ask(model));

        assertEquals(List.of(true, true, false), retries());
    }

    @Test
    void fatalFailureIsNotTriedAgain() {
        assertThrows(
                LlmException.Fatal.class,
                () -> ask(failing(new LlmException.Fatal("the key is wrong"))));

        assertEquals(List.of(false), retries());
        assertEquals(List.of(), slept);
    }

    @Test
    void pauseThatTheProviderAsksForIsKeptUnlessItIsTooLong() throws Exception {
        Duration bearable = Duration.ofSeconds(7);
        ask(failing(new LlmException.Retriable("busy", Optional.of(bearable))));
        assertEquals(List.of(bearable), slept);

        assertThrows(
                LlmException.Retriable.class,
                () ->
                        ask(
                                failing(
                                        new LlmException.Retriable(
                                                "busy", Optional.of(Duration.ofMinutes(5))))));
        assertEquals(List.of(true, false), retries());
    }
}
