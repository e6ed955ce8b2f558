package io.hotlens.app.cli;

import java.util.Optional;
import java.util.OptionalLong;

/// The border to the window, which a build without one does not have.
@FunctionalInterface
public interface Window {

    /// Opens the window and returns when it was closed.
    ///
    /// @param pid a local JVM to connect to at once
    /// @param reason what to investigate at once
    /// @return the exit status
    int open(OptionalLong pid, Optional<String> reason);

    /// Says that there is no window here.
    static Window none() {
        return (_, _) -> {
            System.err.println(
                    "There is no window in this build; try hotlens list, or hotlens investigate"
                            + " --pid N.");
            return ExitStatus.USAGE;
        };
    }
}
