package io.hotlens.ui.history;

import io.hotlens.app.access.Redactor;
import io.hotlens.app.report.Report;
import io.hotlens.app.report.ReportFormat;
import io.hotlens.app.store.KeptInvestigation;
import io.hotlens.ui.control.SaveDialog;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.text.Messages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Writes reports where the user says.
///
/// @param dialog asks where, and whether a file may be written over
record ReportExport(SaveDialog dialog, Tasks tasks) {

    /// @param said told in one sentence what came of it; nothing when the user changed their mind
    void write(KeptInvestigation kept, ReportFormat format, Consumer<String> said) {
        var report = new Report(kept, Redactor.usual());
        dialog.ask(report.fileName(format), format.word())
                .ifPresent(
                        file ->
                                tasks.run(
                                        () -> write(report, format, file),
                                        said,
                                        failed -> said.accept(failed.sentence())));
    }

    private static String write(Report report, ReportFormat format, Path file) {
        try {
            report.write(format, file, true);
            return Messages.text("history.written", file);
        } catch (IOException e) {
            return Messages.text("history.not_written", file, String.valueOf(e.getMessage()));
        }
    }
}
