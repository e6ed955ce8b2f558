package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.skills.data.Data;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class DataTreeTest {

    @Test
    void aMapBecomesABranchWithItsFieldsInOrder() {
        var root =
                DataTree.item("", Data.fields().put("total", 41).put("causes", List.of()).build());
        assertEquals(
                List.of("total", "causes"),
                root.getChildren().stream().map(item -> item.getValue().name()).toList());
        assertTrue(root.isExpanded());
    }

    @Test
    void itemsAreNumberedFromOne() {
        var root = DataTree.item("", Data.items(List.of(Data.of("a"), Data.of("b"))));
        assertEquals("2", root.getChildren().getLast().getValue().name());
    }

    @Test
    void aLongListStaysFolded() {
        var items = IntStream.range(0, 40).mapToObj(i -> Data.of(i)).toList();
        assertFalse(DataTree.item("", Data.items(items)).isExpanded());
    }

    @Test
    void valuesAreSaidOnOneLine() {
        assertEquals("41", DataTree.words(Data.of(41)));
        assertEquals("0.25", DataTree.words(Data.of(0.25)));
        assertEquals("true", DataTree.words(Data.of(true)));
        assertEquals("nothing", DataTree.words(Data.NOTHING));
        assertEquals("list of 1", DataTree.words(Data.items(List.of(Data.of(1)))));
        assertEquals("1 field", DataTree.words(Data.fields().put("a", 1).build()));
    }
}
