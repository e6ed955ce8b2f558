package io.hotlens.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder of what Hotlens keeps for this user: the system property `hotlens.data` when it is
/// set, else where the operating system keeps such things. It need not exist.
public record DataFolder(Path path) {

    /// Names another folder, for tests.
    public static final String PROPERTY = "hotlens.data";

    /// The one of this process's user.
    public static DataFolder usual() {
        String chosen = System.getProperty(PROPERTY, "");
        return chosen.isBlank()
                ? of(
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", ".")),
                        System.getenv())
                : new DataFolder(Path.of(chosen));
    }

    /// @param system the operating system's name, as Java tells it
    static DataFolder of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new DataFolder(
                    folder(environment, "LOCALAPPDATA").orElse(home).resolve("Hotlens"));
        }
        if (name.startsWith("mac")) {
            return new DataFolder(home.resolve("Library/Application Support/Hotlens"));
        }
        return new DataFolder(
                folder(environment, "XDG_DATA_HOME")
                        .orElse(home.resolve(".local/share"))
                        .resolve("hotlens"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /// Investigations of all targets.
    public Path history() {
        return path.resolve("history.db");
    }
}
