package io.hotlens.ui.console;

import io.hotlens.ui.text.Messages;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/// The operating system's own dialogs.
///
/// @param owner that they stand before
public record ScriptDialogs(Window owner) implements ScriptFiles {

    @Override
    public Optional<Path> open() {
        return Optional.ofNullable(chooser("console.open").showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String fileName) {
        FileChooser chooser = chooser("console.save");
        chooser.setInitialFileName(fileName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        chooser.getExtensionFilters().add(new ExtensionFilter("Lua", "*.lua"));
        return chooser;
    }
}
