package io.hotlens.ui.sent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.llm.egress.EgressPolicy;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.skills.data.Data;
import io.hotlens.ui.model.Sent;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedEgress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

final class SentViewModelTest {

    private final ScriptedEgress gate = new ScriptedEgress();
    private final Sent sent = new Sent(gate.session(), Runnable::run);
    private final SentViewModel model = new SentViewModel(sent, Inline.tasks());

    @BeforeEach
    void askNobody() {
        gate.choose(new EgressPolicy(Mode.AUTOMATIC, Set.of()));
    }

    @Test
    void whatLeavesIsListedNewestFirstWithWhatWasWithheld() throws InterruptedException {
        assertEquals("Nothing has left for a model.", model.sentence());
        gate.ask(Data.of("first"));
        gate.ask(ScriptedEgress.content());
        assertEquals(2, model.entries().size());
        assertTrue(model.sentence().startsWith("2 requests have left"), model.sentence());
        String withheld = SentViewModel.withheld(model.entries().getFirst());
        assertTrue(withheld.contains("Paths 1"), withheld);
        assertTrue(withheld.contains("Hosts 1"), withheld);
        assertEquals(
                "Nothing in it had to be replaced or withheld.",
                SentViewModel.withheld(model.entries().getLast()));
    }

    @Test
    void theExactTextIsWrittenWhenItIsChosen() throws InterruptedException {
        gate.ask(ScriptedEgress.content());
        assertEquals(Optional.of(model.entries().getFirst()), model.selected().get());
        assertEquals(model.entries().getFirst().text(), model.text().get());
        assertFalse(model.text().get().contains("hunter2"));
        assertFalse(model.text().get().contains("jane@example.com"));
    }

    @Test
    void aClosedTargetIsNotFollowedAnyMore() throws InterruptedException {
        sent.close();
        gate.ask(Data.of("first"));
        assertEquals(0, model.entries().size());
    }
}
