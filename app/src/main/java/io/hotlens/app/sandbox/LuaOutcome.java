package io.hotlens.app.sandbox;

import io.hotlens.skills.data.Data;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// How a script ended. What it printed and found until then is always there.
public sealed interface LuaOutcome {

    /// What it printed, line by line; bounded.
    List<String> printed();

    /// What it handed to `finding{...}`, in order.
    List<Data.Fields> findings();

    Duration took();

    /// The script ran to its end.
    ///
    /// @param result nothing, the one value, or a list of the values that it returned
    /// @param lookAgainMs after how many milliseconds it asked to be run again, because its window
    ///   is still too short
    record Value(
            Data result,
            List<String> printed,
            List<Data.Fields> findings,
            OptionalLong lookAgainMs,
            Duration took)
            implements LuaOutcome {
        public Value {
            printed = List.copyOf(printed);
            findings = List.copyOf(findings);
        }
    }

    /// The script could not be compiled, failed, or hit a limit.
    ///
    /// @param line the line of the script, 0 when it is not known
    record Failure(
            String message,
            int line,
            List<String> printed,
            List<Data.Fields> findings,
            Duration took)
            implements LuaOutcome {
        public Failure {
            printed = List.copyOf(printed);
            findings = List.copyOf(findings);
        }
    }
}
