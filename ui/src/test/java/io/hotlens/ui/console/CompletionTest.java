package io.hotlens.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.skill.Callback;
import io.hotlens.ui.support.FakeSkill;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CompletionTest {

    private static final List<Callback> CALLBACKS =
            FakeSkill.usual().stream().flatMap(skill -> skill.callbacks().stream()).toList();

    private static List<String> inserts(String code, boolean always) {
        return Completion.at(code, code.length(), CALLBACKS, always).items().stream()
                .map(Completion.Item::insert)
                .toList();
    }

    @Test
    void theWordBeforeTheCaretChooses() {
        assertEquals(List.of("gc_pauses(", "gc_stats()"), inserts("local p = gc_", false));
    }

    @Test
    void namesThatBeginWithTheWordComeFirst() {
        assertEquals(List.of("heap_growth_stats()"), inserts("heap_g", false));
        assertEquals("gc_stats()", inserts("stats", false).getFirst());
    }

    @Test
    void anEmptyWordIsAnsweredOnlyWhenAsked() {
        assertEquals(List.of(), inserts("return ", false));
        assertTrue(inserts("return ", true).size() > CALLBACKS.size());
    }

    @Test
    void theDocumentationNamesParametersSourceAndImpact() {
        Completion.Item item = Completion.at("gc_p", 4, CALLBACKS, false).items().getFirst();
        assertEquals("gc_pauses(limit)", item.signature());
        assertTrue(item.docs().contains("The latest pauses, newest first."));
        assertTrue(item.docs().contains("limit: how many items, 50 at most"));
        assertTrue(item.docs().contains("GC notifications"));
        assertTrue(item.docs().contains("FREE"));
    }

    @Test
    void theStartIsWhereTheWordBegins() {
        assertEquals(7, Completion.at("return gc_p", 11, CALLBACKS, false).start());
    }
}
