package io.hotlens.ui.inbox;

import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.text.Messages;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.util.List;

/// The keys of the inbox.
public enum InboxKey implements Shortcut {
    NEXT(KeyCode.J),
    PREVIOUS(KeyCode.K),
    ACKNOWLEDGE(KeyCode.A),
    RESOLVE(KeyCode.R),
    UNREAD(KeyCode.U),
    FILTER(KeyCode.SLASH);

    private final KeyCode key;

    InboxKey(KeyCode key) {
        this.key = key;
    }

    @Override
    public List<KeyCombination> keys() {
        return List.of(new KeyCodeCombination(key));
    }

    @Override
    public String does() {
        return switch (this) {
            case NEXT -> Messages.text("inbox.key_next");
            case PREVIOUS -> Messages.text("inbox.key_previous");
            case ACKNOWLEDGE -> Messages.text("inbox.acknowledge");
            case RESOLVE -> Messages.text("inbox.resolve");
            case UNREAD -> Messages.text("inbox.unread");
            case FILTER -> Messages.text("inbox.key_filter");
        };
    }
}
