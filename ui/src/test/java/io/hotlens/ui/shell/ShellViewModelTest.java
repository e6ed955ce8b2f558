package io.hotlens.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.support.Inline;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.support.ScriptedSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.Optional;

final class ShellViewModelTest {

    private final ShellViewModel model =
            new ShellViewModel(Inline.tasks(), InstantSource.fixed(Samples.NOON));
    private final ScriptedSession first = new ScriptedSession();
    private final ScriptedSession second = new ScriptedSession();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void aNewTargetIsShownOnItsOverview() {
        OpenTarget opened = model.open(first);
        assertEquals(Optional.of(opened), model.selected().get());
        assertEquals(ScreenId.OVERVIEW, opened.screen().get());
    }

    @Test
    void everyTargetKeepsItsOwnScreen() {
        OpenTarget one = model.open(first);
        model.show(ScreenId.CONSOLE);
        OpenTarget two = model.open(second);
        assertEquals(ScreenId.CONSOLE, one.screen().get());
        assertEquals(ScreenId.OVERVIEW, two.screen().get());
    }

    @Test
    void closingTheShownTargetShowsItsNeighbour() {
        OpenTarget one = model.open(first);
        OpenTarget two = model.open(second);
        model.close(two);
        assertEquals(Optional.of(one), model.selected().get());
        assertTrue(second.isClosed());
        assertFalse(first.isClosed());
    }

    @Test
    void closingTheLastTargetLeadsBackToConnect() {
        model.close(model.open(first));
        assertEquals(Optional.empty(), model.selected().get());
    }

    @Test
    void closingTheWindowEndsEverySession() {
        model.open(first);
        model.open(second);
        model.close();
        assertTrue(first.isClosed() && second.isClosed());
    }

    @Test
    void theSettingsGiveWayToATarget() {
        OpenTarget one = model.open(first);
        model.openSettings();
        assertTrue(model.settings().get());
        model.select(one);
        assertFalse(model.settings().get());
        model.openSettings();
        model.connectAnother();
        assertFalse(model.settings().get());
    }

    @Test
    void withoutATargetThereIsNoScreenToSwitch() {
        model.show(ScreenId.INBOX);
        assertEquals(Optional.empty(), model.selected().get());
    }
}
