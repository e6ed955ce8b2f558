package io.hotlens.ui.support;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// What can be seen of a window.
///
/// @param scene the window's
public record Shown(Scene scene) {

    public ListView<?> list(String selector) {
        return (ListView<?>) node(selector);
    }

    public Node node(String selector) {
        return Objects.requireNonNull(scene.lookup(selector), selector);
    }

    public boolean has(String selector) {
        return scene.lookup(selector) != null;
    }

    /// Calls `visitor` with each visible node, parents before their children.
    public void visit(Consumer<Node> visitor) {
        visit(scene.getRoot(), visitor);
    }

    public static void visit(Node node, Consumer<Node> visitor) {
        if (node.isVisible()) {
            visitor.accept(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visit(child, visitor));
            }
        }
    }

    /// Every text that can be seen, whatever kind of node shows it.
    public List<String> texts() {
        var texts = new ArrayList<String>();
        visit(
                node -> {
                    switch (node) {
                        case Labeled labeled when labeled.getText() != null ->
                                texts.add(labeled.getText());
                        case TextInputControl input -> texts.add(input.getText());
                        case Text text -> texts.add(text.getText());
                        default -> {}
                    }
                });
        return texts;
    }

    public boolean shows(String part) {
        return texts().stream().anyMatch(text -> text.contains(part));
    }
}
