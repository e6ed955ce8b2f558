package io.hotlens.app.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.llm.Transcript;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

@Timeout(20)
final class MailboxTest {

    @Test
    void newsIsTakenInOrderAndOnce() throws Exception {
        var mailbox = new Mailbox();
        mailbox.push(Data.of(1));
        mailbox.push(Data.of(2));

        assertEquals(List.of(Data.of(1), Data.of(2)), mailbox.await(Duration.ofSeconds(5)));
        assertEquals(List.of(), mailbox.drain());
    }

    @Test
    void waitingWithoutNewsEndsWithItsTime() throws Exception {
        assertEquals(List.of(), new Mailbox().await(Duration.ofMillis(5)));
    }

    @Test
    void firstReasonToStopStays() {
        var stop = new StopSign();

        stop.raise(new Outcome.Truncated("5 s"));
        stop.raise(new Outcome.Cancelled());

        assertEquals(Optional.of(new Outcome.Truncated("5 s")), stop.raised());
    }

    @Test
    void stopBeforeTheStartInterruptsTheRunAndLeavesNoInterruptBehind() {
        var stop = new StopSign();
        stop.raise(new Outcome.Cancelled());

        stop.attach();
        assertTrue(Thread.currentThread().isInterrupted());
        stop.detach();

        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void stopAfterTheEndInterruptsNobody() {
        var stop = new StopSign();
        stop.attach();
        stop.detach();

        stop.raise(new Outcome.Cancelled());

        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void trimmedTranscriptKeepsItsOpeningAndNeverPartsACallFromItsResult() {
        Transcript transcript = Transcript.of("system", Data.of("opening"));
        for (int i = 0; i < 20; i++) {
            var call = new ToolCall("call-" + i, "think", "");
            transcript =
                    transcript
                            .with(new Transcript.FromModel(List.of(call), ""))
                            .with(new Transcript.ToolResult(call, Data.NOTHING));
        }

        Transcript trimmed = transcript.trimmed(7);

        assertEquals(new Transcript.FromUser(Data.of("opening")), trimmed.messages().getFirst());
        assertTrue(trimmed.messages().get(1) instanceof Transcript.FromModel);
        assertEquals(7, trimmed.messages().size());
    }
}
