package io.hotlens.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder of this user's configuration: `HOTLENS_CONFIG` when it is set, else where the
/// operating system keeps such things. It need not exist.
public record ConfigFolder(Path path) {

    /// The one of this process's user.
    public static ConfigFolder usual() {
        return of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    /// @param system the operating system's name, as Java tells it
    static ConfigFolder of(String system, Path home, Map<String, String> environment) {
        Optional<Path> chosen = folder(environment, "HOTLENS_CONFIG");
        if (chosen.isPresent()) {
            return new ConfigFolder(chosen.get());
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new ConfigFolder(folder(environment, "APPDATA").orElse(home).resolve("Hotlens"));
        }
        if (name.startsWith("mac")) {
            return new ConfigFolder(home.resolve("Library/Application Support/Hotlens"));
        }
        return new ConfigFolder(
                folder(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve("hotlens"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    public Path settings() {
        return path.resolve("settings.json");
    }

    /// What models cost in the last day.
    public Path spending() {
        return path.resolve("spending.jsonl");
    }

    /// Keys of providers, readable by their owner only.
    public Path keys() {
        return path.resolve("keys.json");
    }

    /// What is normal of targets that were watched.
    public Path baselines() {
        return path.resolve("baselines");
    }

    /// Skills as folders: `skills/ID/skill.json` and its texts.
    public Path skills() {
        return path.resolve("skills");
    }

    /// Skills as Java archives.
    public Path plugins() {
        return path.resolve("plugins");
    }
}
