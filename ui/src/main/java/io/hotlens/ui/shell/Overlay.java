package io.hotlens.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import java.util.Optional;

/// What lies over the window until it is left: one thing at a time, left by Esc or a click beside
/// it. The focus goes back to where it was. Belongs to the JavaFX thread.
final class Overlay {

    private final StackPane root = new StackPane();
    private Optional<Node> before = Optional.empty();
    private Runnable hidden = () -> {};

    Overlay() {
        root.getStyleClass().add("overlay");
        root.setVisible(false);
        root.setOnMousePressed(
                press -> {
                    if (root.equals(press.getTarget())) {
                        hide();
                    }
                });
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        hide();
                        key.consume();
                    }
                });
    }

    Node node() {
        return root;
    }

    /// @param listener called when it is left
    void whenHidden(Runnable listener) {
        hidden = listener;
    }

    /// @param content in place of what lies there
    /// @param focus what gets the focus
    void show(Node content, Node focus) {
        Scene scene = root.getScene();
        if (!root.isVisible() && scene != null) {
            before = Optional.ofNullable(scene.getFocusOwner());
        }
        StackPane.setAlignment(content, Pos.TOP_CENTER);
        StackPane.setMargin(content, new Insets(64, 24, 24, 24));
        root.getChildren().setAll(content);
        root.setVisible(true);
        focus.requestFocus();
    }

    void hide() {
        if (root.isVisible()) {
            root.setVisible(false);
            root.getChildren().clear();
            before.ifPresent(Node::requestFocus);
            before = Optional.empty();
            hidden.run();
        }
    }
}
