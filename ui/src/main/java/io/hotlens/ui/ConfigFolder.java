package io.hotlens.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The operating system's folder for what a user's programs keep.
final class ConfigFolder {

    private ConfigFolder() {}

    static Path recents() {
        return of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
                .resolve("recent-targets.json");
    }

    static Path of(Map<String, String> environment, String os, String home) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "Hotlens");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Hotlens");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.isBlank() ? Path.of(home, ".config") : Path.of(xdg)).resolve("hotlens");
    }
}
