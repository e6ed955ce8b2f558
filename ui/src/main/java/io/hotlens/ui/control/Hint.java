package io.hotlens.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/// What is told of a node when the pointer rests on it, and to a screen reader. Its popup is made
/// when the pointer first comes: each is a window of its own, and most are never seen.
public final class Hint {

    private static final double WIDTH = 640;

    private final Node node;
    private String words = "";
    private Optional<Tooltip> popup = Optional.empty();

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> prepare());
    }

    /// Says nothing yet.
    public static Hint on(Node node) {
        return new Hint(node);
    }

    public static Hint on(Node node, String words) {
        Hint hint = on(node);
        hint.say(words);
        return hint;
    }

    /// Replaces the words; with none there is no popup.
    public void say(String text) {
        if (text.equals(words)) {
            return;
        }
        words = text;
        node.setAccessibleHelp(text);
        popup.ifPresent(open -> open.setText(text));
        if (text.isEmpty()) {
            popup.ifPresent(open -> Tooltip.uninstall(node, open));
            popup = Optional.empty();
        }
    }

    private void prepare() {
        if (popup.isPresent() || words.isEmpty()) {
            return;
        }
        var made = new Tooltip(words);
        made.setWrapText(true);
        made.setMaxWidth(WIDTH);
        Tooltip.install(node, made);
        popup = Optional.of(made);
    }
}
