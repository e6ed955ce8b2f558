package io.hotlens.ui.engine;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a script gave.
///
/// @param value what it returned, [Data#NOTHING] after an error
/// @param printed the lines it printed
/// @param error why it did not end well
public record ScriptResult(
        Data value, List<String> printed, Optional<Fault> error, Duration took) {

    public ScriptResult {
        printed = List.copyOf(printed);
    }

    /// What is wrong with a script.
    ///
    /// @param line counted from 1; 0 when unknown
    public record Fault(int line, String message) {}
}
