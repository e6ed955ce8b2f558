package io.hotlens.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.scene.Group;
import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class ShowingTest {

    private final Group node = new Group();
    private final Group window = new Group();
    private final Scene scene = new Scene(window);

    private void show() {
        assertEquals(window, scene.getRoot());
        window.getChildren().setAll(node);
    }

    private void leave() {
        window.getChildren().clear();
    }

    @Test
    void aValueIsFollowedWhileItsNodeIsInAWindow() {
        var value = new SimpleIntegerProperty(1);
        var heard = new ArrayList<Integer>();
        Showing.follow(node, value, now -> heard.add(now.intValue()));
        value.set(2);
        show();
        value.set(3);
        leave();
        value.set(4);
        value.set(5);
        show();
        assertEquals(List.of(1, 2, 3, 5), heard);
    }

    @Test
    void aListIsWatchedWhileItsNodeIsInAWindowAndWhatWasMissedIsToldOnce() {
        var list = FXCollections.<String>observableArrayList();
        var sizes = new ArrayList<Integer>();
        Showing.watch(node, list, () -> sizes.add(list.size()));
        show();
        list.add("a");
        leave();
        list.add("b");
        list.add("c");
        show();
        assertEquals(List.of(0, 1, 3), sizes);
    }

    @Test
    void comingBackIsNoNews() {
        var list = FXCollections.<String>observableArrayList();
        var sizes = new ArrayList<Integer>();
        Showing.watch(node, list, () -> sizes.add(list.size()));
        show();
        leave();
        show();
        assertEquals(List.of(0), sizes);
    }
}
