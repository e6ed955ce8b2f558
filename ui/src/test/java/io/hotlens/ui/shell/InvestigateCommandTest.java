package io.hotlens.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.chat.Chat;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.investigation.InvestigationRequest;
import io.hotlens.app.investigation.Strategy;
import io.hotlens.app.model.ModelChoice;
import io.hotlens.app.session.Investigations;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.app.trace.Outcome;
import io.hotlens.skills.target.ConnectionState;
import io.hotlens.ui.model.TargetModel;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.Script;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;

import java.util.List;

final class InvestigateCommandTest {

    private final ScriptedSession session = new ScriptedSession();
    private final TargetModel model =
            new TargetModel(
                    Samples.target(),
                    FakeSkill.usual(),
                    new ConnectionState.Connected(Samples.NOON));
    private final InvestigateCommand command =
            new InvestigateCommand(session, model, Inline.tasks());

    @Test
    void anEmptyFieldAsksWhetherAnythingIsWrong() {
        command.start();
        assertEquals(List.of("Is anything wrong?"), session.reasons());
    }

    @Test
    void whatWasTypedIsPassedOn() {
        command.reason().set("  requests hang ");
        command.start();
        assertEquals(List.of("requests hang"), session.reasons());
    }

    @Test
    void theChosenModelIsAskedFor() {
        command.model().set(new ModelChoice.Named("claude"));
        command.keepModelAmong(List.of("claude"));
        command.start();
        assertEquals(new ModelChoice.Named("claude"), session.asked().model());
    }

    @Test
    void aPipelineIsAskedForUnlessTheRulesAreChosen() {
        command.strategy().set(Strategy.PIPELINE);
        command.model().set(new ModelChoice.Named("claude"));
        command.start();
        assertEquals(Strategy.PIPELINE, session.asked().strategy());
    }

    @Test
    void theRulesAreNotAskedByAPipeline() {
        command.strategy().set(Strategy.PIPELINE);
        command.model().set(new ModelChoice.Rules());
        command.start();
        assertEquals(Strategy.AGENT_LOOP, session.asked().strategy());
    }

    @Test
    void aModelThatIsGoneIsNotChosenAnyMore() {
        command.model().set(new ModelChoice.Named("claude"));
        command.keepModelAmong(List.of("here"));
        assertEquals(new ModelChoice.Usual(), command.model().get());
        command.model().set(new ModelChoice.Rules());
        command.keepModelAmong(List.of());
        assertEquals(new ModelChoice.Rules(), command.model().get());
    }

    @Test
    void aModelThatIsGoneAtTheStartIsNamed() {
        var without = new InvestigateCommand(new NoSuchClient(), model, Inline.tasks());
        without.model().set(new ModelChoice.Named("claude"));
        without.start();
        assertEquals(
                "The settings have no such model any more: choose another one.",
                without.problem().get().orElseThrow().sentence());
        assertFalse(without.running().get());
    }

    /// Refuses every run, as the engine does with the name of no client.
    private static final class NoSuchClient implements Investigations {
        @Override
        public Chat chat(InvestigationId id) {
            throw new UnsupportedOperationException("nothing was investigated");
        }

        @Override
        public Handle start(InvestigationRequest request) {
            throw new IllegalArgumentException("there is no such client");
        }

        @Override
        public List<Investigation> past() {
            return List.of();
        }

        @Override
        public List<Handle> running() {
            return List.of();
        }
    }

    @Test
    void aSecondStartWaitsForTheFirst() {
        command.start();
        command.start();
        assertEquals(1, session.reasons().size());
        assertTrue(command.running().get());
    }

    @Test
    void theEndOfTheRunFreesTheButton() {
        command.start();
        model.apply(Script.deadlocked().events());
        assertTrue(command.running().get());
        model.apply(new Script(Samples.RUN).ended(new Outcome.Truncated("300 s")).events());
        assertFalse(command.running().get());
        assertEquals("stopped at a limit: 300 s", command.step().get());
    }

    @Test
    void anInvestigationStartedElsewhereIsFollowedToo() {
        model.apply(new Script(new InvestigationId("e".repeat(32))).started("monitor").events());
        assertTrue(command.running().get());
    }
}
