package io.hotlens.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.palette.PaletteItem.Kind;
import io.hotlens.ui.support.Inline;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class PaletteViewModelTest {

    private final List<String> done = new ArrayList<>();
    private final List<PaletteItem> there =
            new ArrayList<>(List.of(item("Settings"), item("Dark theme")));
    private final PaletteViewModel model = new PaletteViewModel(() -> there, Inline.tasks());

    private PaletteItem item(String title) {
        return PaletteItem.named(Kind.COMMAND, title, title, "", () -> done.add(title));
    }

    private List<String> titles() {
        return model.results().stream().map(PaletteItem::title).toList();
    }

    @Test
    void whatIsTypedIsLookedFor() {
        model.begin();
        assertEquals(List.of("Settings", "Dark theme"), titles());
        model.query().set("dark");
        assertEquals(List.of("Dark theme"), titles());
    }

    @Test
    void choosingClosesItFirstAndRemembers() {
        model.begin();
        model.choose(model.results().getLast());
        assertFalse(model.open().get());
        assertEquals(List.of("Dark theme"), done);
        model.begin();
        assertEquals(List.of("Dark theme", "Settings"), titles());
        assertEquals("", model.query().get());
    }

    @Test
    void whatComesWhileItIsOpenIsFoundToo() {
        model.begin();
        model.query().set("check");
        assertTrue(titles().isEmpty());
        there.add(item("Checkout"));
        model.refresh();
        assertEquals(List.of("Checkout"), titles());
    }

    @Test
    void aSearchThatEndsTooLateIsDropped() {
        var held = new Inline.Held();
        var late = new PaletteViewModel(() -> there, held.tasks());
        late.begin();
        late.close();
        held.release();
        assertTrue(late.results().isEmpty());
    }
}
