package io.hotlens.ui.insight;

import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.text.Messages;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;

/// The keys by which a correlation graph is walked.
public enum GraphKey implements Shortcut {
    TO_EFFECT(KeyCode.RIGHT),
    TO_CAUSE(KeyCode.LEFT),
    BELOW(KeyCode.DOWN),
    ABOVE(KeyCode.UP);

    private final KeyCode key;

    GraphKey(KeyCode key) {
        this.key = key;
    }

    @Override
    public List<KeyCombination> keys() {
        return List.of(new KeyCodeCombination(key));
    }

    @Override
    public String does() {
        return switch (this) {
            case TO_EFFECT -> Messages.text("graph.key_effect");
            case TO_CAUSE -> Messages.text("graph.key_cause");
            case BELOW -> Messages.text("graph.key_below");
            case ABOVE -> Messages.text("graph.key_above");
        };
    }
}
