package io.hotlens.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class ConfigFolderTest {

    private static final Path HOME = Path.of("home");

    private static Path folder(String system, Map<String, String> environment) {
        return ConfigFolder.of(system, HOME, environment).path();
    }

    @Test
    void itLiesWhereEachSystemKeepsConfigurations() {
        assertEquals(HOME.resolve(".config/hotlens"), folder("Linux", Map.of()));
        assertEquals(
                HOME.resolve("Library/Application Support/Hotlens"), folder("Mac OS X", Map.of()));
        assertEquals(
                Path.of("roaming/Hotlens"), folder("Windows 11", Map.of("APPDATA", "roaming")));
    }

    @Test
    void theEnvironmentMayMoveIt() {
        assertEquals(Path.of("xdg/hotlens"), folder("Linux", Map.of("XDG_CONFIG_HOME", "xdg")));
        assertEquals(
                Path.of("here"),
                folder("Linux", Map.of("XDG_CONFIG_HOME", "xdg", "HOTLENS_CONFIG", "here")));
    }

    @Test
    void aBlankVariableCountsAsNone() {
        assertEquals(
                HOME.resolve(".config/hotlens"), folder("Linux", Map.of("HOTLENS_CONFIG", " ")));
    }
}
