package io.hotlens.ui.console;

import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.ui.error.Problem;

/// One answer of the console.
public sealed interface Entry {

    /// What was typed.
    String input();

    record Ran(String input, LuaOutcome outcome) implements Entry {}

    /// An answer of the console itself.
    record Told(String input, String text) implements Entry {}

    record Broken(String input, Problem problem) implements Entry {}
}
