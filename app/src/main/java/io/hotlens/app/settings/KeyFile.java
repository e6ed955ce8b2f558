package io.hotlens.app.settings;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `{"CLIENT": "KEY"}` in a file that only its owner may read; one that others may read is refused.
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// @throws SettingsException when others may read it, or it is no such file
    Optional<String> find(String client) {
        return Optional.ofNullable(read().get(client)).filter(key -> !key.isBlank());
    }

    private Map<String, String> read() {
        if (!Files.exists(path)) {
            return Map.of();
        }
        try {
            refuseWhenOthersMayRead();
            var keys = new LinkedHashMap<String, String>();
            if (Json.parse(Files.readString(path)) instanceof Data.Fields fields) {
                fields.values()
                        .keySet()
                        .forEach(name -> fields.text(name).ifPresent(key -> keys.put(name, key)));
            }
            return keys;
        } catch (IOException e) {
            throw new SettingsException(path, "it cannot be read (" + e.getMessage() + ")", e);
        } catch (IllegalArgumentException _) {
            throw new SettingsException(
                    path,
                    "it is not {\"CLIENT\": \"KEY\"}",
                    new IOException("the text is not shown"));
        }
    }

    private void refuseWhenOthersMayRead() throws IOException {
        if (!Files.getFileStore(path).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> extra = Files.getPosixFilePermissions(path);
        extra.removeAll(OWNER_ONLY);
        extra.remove(PosixFilePermission.OWNER_EXECUTE);
        if (!extra.isEmpty()) {
            throw new IOException("others may read it; run chmod 600 on it");
        }
    }

    /// @throws SettingsException when it cannot be written
    void keep(String client, String key) {
        var keys = new LinkedHashMap<String, String>(read());
        keys.put(client, key);
        write(keys);
    }

    /// @throws SettingsException when it holds the key and cannot be written, or is no such file
    void forget(String client) {
        var keys = new LinkedHashMap<String, String>(read());
        if (keys.remove(client) != null) {
            write(keys);
        }
    }

    private void write(Map<String, String> keys) {
        try {
            Path target = path.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new IOException("it is no file");
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "keys", ".json");
            var fields = new LinkedHashMap<String, Data>();
            keys.forEach((name, value) -> fields.put(name, Data.of(value)));
            Files.writeString(fresh, Json.writePretty(Data.fields(fields)) + "\n");
            if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, OWNER_ONLY);
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SettingsException(path, "it cannot be written (" + e.getMessage() + ")", e);
        }
    }
}
