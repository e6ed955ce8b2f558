package io.hotlens.app.settings;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// `settings.json` in the configuration folder.
public final class SettingsFile {

    private record Version(FileTime time, long bytes, Settings settings) {}

    private final Path path;
    private volatile Optional<Version> known = Optional.empty();

    public SettingsFile(ConfigFolder folder) {
        this.path = folder.settings();
    }

    public Path path() {
        return path;
    }

    /// What it says; the usual when there is none. Cheap while the file stays as it is.
    ///
    /// @throws SettingsException when it cannot be read or says something that is not understood
    public Settings read() {
        if (!Files.exists(path)) {
            return Settings.DEFAULT;
        }
        try {
            FileTime time = Files.getLastModifiedTime(path);
            long bytes = Files.size(path);
            Optional<Version> same = known.filter(v -> v.time().equals(time) && v.bytes() == bytes);
            if (same.isPresent()) {
                return same.get().settings();
            }
            String text = Files.readString(path);
            Settings settings =
                    SettingsJson.read(text.isBlank() ? Data.fields().build() : Json.parse(text));
            known = Optional.of(new Version(time, bytes, settings));
            return settings;
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
