package io.hotlens.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.Objects;
import java.util.function.Consumer;

/// Work that a node needs only while it is in a window: what nobody sees costs nothing.
public final class Showing {

    private Showing() {}

    /// Calls `listener` with the present value, and with each later one while `node` is in a scene;
    /// when it comes back, with what was missed last.
    public static <T> void follow(
            Node node, ObservableValue<T> value, Consumer<? super T> listener) {
        value.when(node.sceneProperty().map(Objects::nonNull)).subscribe(listener);
    }
}
