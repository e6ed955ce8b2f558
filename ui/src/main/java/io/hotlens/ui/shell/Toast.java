package io.hotlens.ui.shell;

import io.hotlens.ui.control.Mark;

import java.util.Optional;

/// A short piece of news at the edge of the window that goes by itself.
///
/// @param about news about the same thing takes the place of what was told before
/// @param mark how bad it is; empty when it is not
public record Toast(String about, String text, Optional<Mark> mark, Action action) {

    /// What can be done about it.
    public record Action(String title, Runnable work) {}
}
