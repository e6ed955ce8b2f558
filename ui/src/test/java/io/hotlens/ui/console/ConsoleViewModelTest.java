package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.ui.support.FakeSkill;
import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.Test;

import java.util.Optional;

final class ConsoleViewModelTest {

    private final ScriptedSession session = new ScriptedSession();
    private final ConsoleViewModel model =
            new ConsoleViewModel(
                    FakeSkill.usual(),
                    Inline.tasks(),
                    new ConsoleViewModel.Scripts(
                            code -> session.lua(Optional.empty(), code), session::playbook));

    private Entry newest() {
        return model.entries().getFirst();
    }

    private String told(String command) {
        model.run(command);
        return assertInstanceOf(Entry.Told.class, newest()).text();
    }

    @Test
    void aScriptIsAnsweredWithItsOutcome() {
        model.run("return gc_stats()");
        Entry.Ran ran = assertInstanceOf(Entry.Ran.class, newest());
        assertEquals("return gc_stats()", ran.input());
        assertInstanceOf(LuaOutcome.Value.class, ran.outcome());
        assertEquals(0, model.errorLine().get());
    }

    @Test
    void aFailedScriptMarksItsLineInTheEditor() {
        model.code().set("local x = 1\nreturn nonsense()");
        model.run();
        assertEquals(2, model.errorLine().get());
        model.code().set("return 1");
        model.run();
        assertEquals(0, model.errorLine().get());
    }

    @Test
    void playbookRunsTheSkillsOwnFile() {
        model.run(":playbook gc");
        Entry.Ran ran = assertInstanceOf(Entry.Ran.class, newest());
        assertEquals(1, ran.outcome().findings().size());
    }

    @Test
    void aPlaybookThatDoesNotExistIsAnsweredWithThoseThatDo() {
        assertEquals(
                "There is no playbook “gcc”. These have one: jvm, gc, heap, threads, system.",
                told(":playbook gcc"));
    }

    @Test
    void helpAndSkillsExplainThemselves() {
        assertTrue(told(":help").contains(":playbook ID"));
        assertTrue(told(":skills").contains("gc_pauses(limit)"));
        assertTrue(told(":nosuch").contains("“:nosuch”"));
    }

    @Test
    void whatWasRunComesBackAndTheDraftIsKept() {
        model.run("return 1");
        model.run("return 2");
        model.code().set("half typed");
        model.back();
        assertEquals("return 2", model.code().get());
        model.back();
        model.back();
        assertEquals("return 1", model.code().get());
        model.forward();
        model.forward();
        assertEquals("half typed", model.code().get());
    }

    @Test
    void nothingIsRunWhileSomethingRuns() {
        var held = new Inline.Held();
        var busy =
                new ConsoleViewModel(
                        FakeSkill.usual(),
                        held.tasks(),
                        new ConsoleViewModel.Scripts(
                                code -> session.lua(Optional.empty(), code), session::playbook));
        busy.run("return 1");
        busy.run("return 2");
        assertTrue(busy.running().get());
        held.release();
        assertEquals(1, busy.entries().size());
    }
}
