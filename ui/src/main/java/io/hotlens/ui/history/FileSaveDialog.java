package io.hotlens.ui.history;

import io.hotlens.app.report.ReportFormat;
import io.hotlens.ui.text.Messages;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.Optional;

/// The operating system's own dialog.
///
/// @param owner that it stands before
public record FileSaveDialog(Window owner) implements SaveDialog {

    @Override
    public Optional<Path> ask(String fileName, ReportFormat format) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("history.save_title"));
        chooser.setInitialFileName(fileName);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.name(), "*." + format.word()));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
