package io.hotlens.ui.history;

import io.hotlens.app.report.ReportFormat;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where a report goes, and whether a file that is there may be written over.
@FunctionalInterface
public interface SaveDialog {

    /// @param fileName proposed
    /// @return empty when the user changed their mind
    Optional<Path> ask(String fileName, ReportFormat format);
}
