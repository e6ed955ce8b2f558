package io.hotlens.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class NewestFirstTest {

    private final NewestFirst<Integer> list = new NewestFirst<>(5);

    @Test
    void theNewestComesFirstAndTheOldestMakesRoom() {
        list.push(List.of(1, 2, 3));
        assertEquals(List.of(3, 2, 1), list);
        list.push(List.of(4, 5, 6, 7));
        assertEquals(List.of(7, 6, 5, 4, 3), list);
        assertEquals(List.of(3, 4, 5, 6, 7), list.oldestFirst());
        list.push(List.of());
        list.push(List.of(10, 11, 12, 13, 14, 15, 16));
        assertEquals(List.of(16, 15, 14, 13, 12), list);
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(5));
    }

    @Test
    void showingOthersReplacesAll() {
        list.push(List.of(1, 2, 3));
        list.show(List.of(7, 8));
        assertEquals(List.of(8, 7), list);
        list.show(List.of());
        assertEquals(List.of(), list);
        list.show(List.of(1, 2, 3, 4, 5, 6));
        assertEquals(List.of(6, 5, 4, 3, 2), list);
    }

    /// Whoever follows the changes alone has the same list.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesTellWhatHappened(long seed) {
        var random = new Random(seed);
        var mirror = new ArrayList<Integer>();
        list.addListener((ListChangeListener<Integer>) change -> follow(change, mirror));
        int next = 0;
        for (int i = 0; i < 200; i++) {
            var batch = new ArrayList<Integer>();
            for (int n = random.nextInt(8); n > 0; n--) {
                batch.add(next++);
            }
            if (random.nextInt(10) == 0) {
                list.show(batch);
            } else {
                list.push(batch);
            }
            assertEquals(list, mirror);
        }
    }

    private static void follow(
            ListChangeListener.Change<? extends Integer> change, List<Integer> mirror) {
        while (change.next()) {
            mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
            mirror.addAll(change.getFrom(), change.getAddedSubList());
        }
    }
}
