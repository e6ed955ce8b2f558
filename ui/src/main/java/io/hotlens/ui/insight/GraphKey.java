package io.hotlens.ui.insight;

import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.text.Messages;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.stream.Stream;

/// The keys by which a correlation graph is walked and seen closer.
public enum GraphKey implements Shortcut {
    TO_EFFECT,
    TO_CAUSE,
    BELOW,
    ABOVE,
    CLOSER,
    FARTHER,
    WHOLE;

    @Override
    public List<KeyCombination> keys() {
        return switch (this) {
            case TO_EFFECT -> keys(KeyCode.RIGHT);
            case TO_CAUSE -> keys(KeyCode.LEFT);
            case BELOW -> keys(KeyCode.DOWN);
            case ABOVE -> keys(KeyCode.UP);
            case CLOSER -> keys(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
            case FARTHER -> keys(KeyCode.MINUS, KeyCode.SUBTRACT);
            case WHOLE -> keys(KeyCode.DIGIT0, KeyCode.NUMPAD0);
        };
    }

    private static List<KeyCombination> keys(KeyCode... codes) {
        return Stream.of(codes).<KeyCombination>map(KeyCodeCombination::new).toList();
    }

    @Override
    public String does() {
        return switch (this) {
            case TO_EFFECT -> Messages.text("graph.key_effect");
            case TO_CAUSE -> Messages.text("graph.key_cause");
            case BELOW -> Messages.text("graph.key_below");
            case ABOVE -> Messages.text("graph.key_above");
            case CLOSER -> Messages.text("graph.closer");
            case FARTHER -> Messages.text("graph.farther");
            case WHOLE -> Messages.text("graph.whole");
        };
    }
}
