package io.hotlens.ui.shell;

import io.hotlens.ui.control.Shortcut;

import java.util.List;

/// The keys of one place.
///
/// @param where the screen, or everywhere
public record KeyTable(String where, List<? extends Shortcut> shortcuts) {

    public KeyTable {
        shortcuts = shortcuts.stream().filter(shortcut -> !shortcut.keys().isEmpty()).toList();
    }
}
