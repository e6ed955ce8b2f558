package io.hotlens.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class UndoTest {

    private final Toasts toasts = new Toasts();
    private final Undo undo = new Undo(toasts);
    private final List<String> back = new ArrayList<>();

    private void act(String what) {
        undo.did(what + " is done", () -> back.add(what));
    }

    @Test
    void theLastIsTakenBackFirstAndEachOnce() {
        act("one");
        act("two");
        undo.last();
        undo.last();
        undo.last();
        assertEquals(List.of("two", "one"), back);
    }

    @Test
    void whatWasDoneIsToldWithAWayBack() {
        act("one");
        Toast toast = toasts.shown().getFirst();
        assertEquals("one is done", toast.text());
        toast.action().work().run();
        assertEquals(List.of("one"), back);
        assertTrue(toasts.shown().isEmpty());
        undo.last();
        assertEquals(List.of("one"), back);
    }

    @Test
    void itCanBeTakenBackWhenTheNewsIsGone() {
        act("one");
        toasts.dismiss(toasts.shown().getFirst());
        undo.last();
        assertEquals(List.of("one"), back);
    }
}
