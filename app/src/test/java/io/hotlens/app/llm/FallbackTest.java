package io.hotlens.app.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hotlens.app.trace.Usage;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Who is asked next when a model does not answer, and after which pause.
class FallbackTest {

    private static final Transcript ASKED = Transcript.of("", Data.NOTHING);

    private final AtomicInteger attempts = new AtomicInteger();

    private Model failing(LlmException why) {
        return new Model(
                "first",
                (_, _) -> {
                    attempts.incrementAndGet();
                    throw why;
                },
                new RetryPolicy(List.of(Duration.ZERO), _ -> {}));
    }

    private static Model answering(String text) {
        return new Model(text, (_, _) -> new Reply(List.of(), text, Usage.NONE), RetryPolicy.NONE);
    }

    private static String ask(Model... models) throws InterruptedException {
        return new Fallback(List.of(models)).ask(ASKED, List.of()).text();
    }

    @Test
    void theNextIsAskedAfterTheRetriesOfTheFirst() throws InterruptedException {
        assertEquals(
                "second", ask(failing(new LlmException.Retriable("busy")), answering("second")));
        assertEquals(2, attempts.get());
    }

    @Test
    void aRefusalIsNotRetried() throws InterruptedException {
        assertEquals("second", ask(failing(new LlmException.Fatal("no")), answering("second")));
        assertEquals(1, attempts.get());
    }

    @Test
    void aLimitThatIsUsedUpHoldsForAllOfThem() {
        assertThrows(
                LlmException.Exhausted.class,
                () -> ask(failing(new LlmException.Exhausted("2 USD")), answering("second")));
    }

    @Test
    void theLastOnesReasonIsTold() {
        var last =
                assertThrows(
                        LlmException.Fatal.class,
                        () ->
                                ask(
                                        failing(new LlmException.Retriable("busy")),
                                        failing(new LlmException.Fatal("wrong key"))));
        assertEquals("wrong key", last.getMessage());
    }

    @Test
    void theProvidersOwnWishToWaitIsHonouredUpToHalfAMinute() {
        var slept = new ArrayList<Duration>();
        var policy = new RetryPolicy(List.of(Duration.ofSeconds(1)), slept::add);
        for (long seconds : List.of(7L, 31L)) {
            var wish = new LlmException.Retriable("busy", Optional.of(Duration.ofSeconds(seconds)));
            assertThrows(
                    LlmException.Retriable.class,
                    () -> policy.ask(failing(wish), ASKED, List.of(), _ -> {}));
        }
        assertEquals(List.of(Duration.ofSeconds(7)), slept);
    }
}
