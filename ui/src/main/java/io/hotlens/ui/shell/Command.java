package io.hotlens.ui.shell;

import io.hotlens.ui.control.Shortcut;

import javafx.scene.input.KeyCombination;

import java.util.List;

/// Something the window can be told to do, by the palette or by its keys.
///
/// @param id by which it is remembered, such as `settings`
public record Command(String id, String does, List<KeyCombination> keys, Runnable action)
        implements Shortcut {

    public Command {
        keys = List.copyOf(keys);
    }
}
