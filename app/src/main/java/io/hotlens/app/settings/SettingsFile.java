package io.hotlens.app.settings;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// `settings.json` in the configuration folder.
public final class SettingsFile {

    private final Path path;

    public SettingsFile(ConfigFolder folder) {
        this.path = folder.settings();
    }

    public Path path() {
        return path;
    }

    /// What it says; the usual when there is none.
    ///
    /// @throws SettingsException when it cannot be read or says something that is not understood
    public Settings read() {
        if (!Files.exists(path)) {
            return Settings.DEFAULT;
        }
        try {
            String text = Files.readString(path);
            return SettingsJson.read(text.isBlank() ? Data.fields().build() : Json.parse(text));
        } catch (IOException e) {
            throw new SettingsException(path, "it cannot be read (" + e.getMessage() + ")", e);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(path, String.valueOf(e.getMessage()), e);
        }
    }

    /// Replaces it as a whole, so that nobody ever reads a half of it.
    ///
    /// @throws SettingsException when it cannot be written
    public void write(Settings settings) {
        try {
            Path target = path.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new IOException("it is no file");
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "settings", ".json");
            Files.writeString(fresh, Json.writePretty(SettingsJson.write(settings)) + "\n");
            move(fresh, target);
        } catch (IOException e) {
            throw new SettingsException(path, "it cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
