package io.hotlens.ui;

import io.hotlens.ui.connect.Earlier;
import io.hotlens.ui.metrics.Pin;
import io.hotlens.ui.theme.Appearance;

import java.util.List;
import java.util.Optional;

/// What the window remembers from one time to the next; never a password.
///
/// @param place empty for the usual one
/// @param targets that were open
/// @param recent what was chosen in the palette, newest first
/// @param board what was pinned on the screen of metrics
record WindowMemory(
        Optional<Place> place,
        Appearance appearance,
        List<Earlier> targets,
        List<String> recent,
        List<Pin> board) {

    static final WindowMemory NONE =
            new WindowMemory(Optional.empty(), Appearance.USUAL, List.of(), List.of(), List.of());

    /// Where the window stands, in pixels of the desktop.
    ///
    /// @param maximized whether it fills the screen; the rest is its place when it does not
    record Place(double x, double y, double width, double height, boolean maximized) {}

    WindowMemory {
        targets = List.copyOf(targets);
        recent = List.copyOf(recent);
        board = List.copyOf(board);
    }
}
