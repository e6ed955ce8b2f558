package io.hotlens.ui.console;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for files of scripts; empty when the user changed their mind.
public interface ScriptFiles {

    Optional<Path> open();

    /// @param fileName proposed
    Optional<Path> save(String fileName);
}
