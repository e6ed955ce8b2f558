package io.hotlens.ui.control;

import io.hotlens.ui.text.Messages;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The operating system's own dialog.
///
/// @param owner that it stands before
public record FileSaveDialog(Window owner) implements SaveDialog {

    @Override
    public Optional<Path> ask(String fileName, String extension) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("save.title"));
        chooser.setInitialFileName(fileName);
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                extension.toUpperCase(Locale.ROOT), "*." + extension));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> file.toPath());
    }
}
