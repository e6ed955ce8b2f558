package io.hotlens.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.Objects;
import java.util.function.Consumer;

/// What a node hears only while it is in a window: what nobody sees costs nothing, and what is
/// dropped is held by nothing that it listened to.
public final class Showing {

    private Showing() {}

    /// Calls `listener` with the present value, and with each later one while `node` is in a scene;
    /// when it comes back, with what was missed last.
    public static <T> void follow(
            Node node, ObservableValue<T> value, Consumer<? super T> listener) {
        during(node, value).subscribe(listener);
    }

    /// A value that moves only while `node` is in a scene.
    public static <T> ObservableValue<T> during(Node node, ObservableValue<T> value) {
        return value.when(shown(node));
    }

    /// Calls `listener` now, after each change of `source` while `node` is in a scene, and each
    /// time it comes into one.
    public static void watch(Node node, Observable source, Runnable listener) {
        InvalidationListener change = _ -> listener.run();
        listener.run();
        ObservableValue<Boolean> shown = shown(node);
        if (shown.getValue()) {
            source.addListener(change);
        }
        shown.subscribe(
                (_, now) -> {
                    if (now) {
                        source.addListener(change);
                        listener.run();
                    } else {
                        source.removeListener(change);
                    }
                });
    }

    private static ObservableValue<Boolean> shown(Node node) {
        return node.sceneProperty().map(Objects::nonNull).orElse(false);
    }
}
