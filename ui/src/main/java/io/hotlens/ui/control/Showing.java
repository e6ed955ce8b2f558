package io.hotlens.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
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

    /// Calls `listener` now, after each change of `source` while `node` is in a scene, and when it
    /// comes back after one that was missed.
    public static void watch(Node node, Observable source, Runnable listener) {
        listener.run();
        var watch = new Watch(listener);
        source.addListener(new WeakInvalidationListener(watch));
        shown(node).subscribe(watch::shown);
    }

    /// Held by its node alone, so that it ends with it.
    private static final class Watch implements InvalidationListener {

        private final Runnable listener;
        private boolean shown;
        private boolean missed;

        Watch(Runnable listener) {
            this.listener = listener;
        }

        void shown(boolean now) {
            shown = now;
            if (shown && missed) {
                missed = false;
                listener.run();
            }
        }

        @Override
        public void invalidated(Observable source) {
            if (shown) {
                listener.run();
            } else {
                missed = true;
            }
        }
    }

    private static ObservableValue<Boolean> shown(Node node) {
        return node.sceneProperty().map(Objects::nonNull).orElse(false);
    }
}
