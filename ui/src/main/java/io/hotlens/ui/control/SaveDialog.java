package io.hotlens.ui.control;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where a file goes, and whether one that is there may be written over.
@FunctionalInterface
public interface SaveDialog {

    /// @param fileName proposed
    /// @param extension of the kind of file, such as `html`
    /// @return empty when the user changed their mind
    Optional<Path> ask(String fileName, String extension);
}
