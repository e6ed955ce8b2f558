package io.hotlens.skills.target;

import java.util.Set;

/// Diagnostic commands (`jcmd`) that only look. Those that change the target are refused by name.
public interface DiagnosticCommands {

    /// The commands this target knows, such as `GC.heap_info`; empty when none can be run.
    Set<String> names();

    /// Runs `command` with its arguments and returns what it printed.
    ///
    /// @throws TargetException.Unsupported when the target does not know the command, or it is
    ///   refused
    /// @throws TargetException.TimedOut when it takes longer than its kind may take
    String run(String command, String... arguments);
}
