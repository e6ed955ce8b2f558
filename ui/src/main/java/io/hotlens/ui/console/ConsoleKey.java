package io.hotlens.ui.console;

import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.text.Messages;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

import java.util.List;

/// The keys of the editor in the console.
public enum ConsoleKey implements Shortcut {
    RUN,
    RUN_SELECTION,
    COMPLETE,
    EARLIER,
    LATER;

    @Override
    public List<KeyCombination> keys() {
        return List.of(
                switch (this) {
                    case RUN -> keys(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
                    case RUN_SELECTION ->
                            keys(
                                    KeyCode.ENTER,
                                    KeyCombination.SHORTCUT_DOWN,
                                    KeyCombination.SHIFT_DOWN);
                    case COMPLETE -> keys(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
                    case EARLIER -> keys(KeyCode.UP, KeyCombination.ALT_DOWN);
                    case LATER -> keys(KeyCode.DOWN, KeyCombination.ALT_DOWN);
                });
    }

    private static KeyCombination keys(KeyCode key, Modifier... modifiers) {
        return new KeyCodeCombination(key, modifiers);
    }

    @Override
    public String does() {
        return switch (this) {
            case RUN -> Messages.text("console.key_run");
            case RUN_SELECTION -> Messages.text("console.key_selection");
            case COMPLETE -> Messages.text("console.key_complete");
            case EARLIER -> Messages.text("console.key_earlier");
            case LATER -> Messages.text("console.key_later");
        };
    }
}
