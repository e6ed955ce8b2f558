package io.hotlens.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class DataFolderTest {

    private static final Path HOME = Path.of("home");

    private static Path folder(String system, Map<String, String> environment) {
        return DataFolder.of(system, HOME, environment).path();
    }

    @Test
    void itLiesWhereEachSystemKeepsData() {
        assertEquals(HOME.resolve(".local/share/hotlens"), folder("Linux", Map.of()));
        assertEquals(Path.of("xdg/hotlens"), folder("Linux", Map.of("XDG_DATA_HOME", "xdg")));
        assertEquals(
                HOME.resolve("Library/Application Support/Hotlens"), folder("Mac OS X", Map.of()));
        assertEquals(
                Path.of("local/Hotlens"), folder("Windows 11", Map.of("LOCALAPPDATA", "local")));
    }

    @Test
    void theHistoryLiesInIt() {
        assertEquals(
                HOME.resolve(".local/share/hotlens/history.db"),
                DataFolder.of("Linux", HOME, Map.of("XDG_DATA_HOME", " ")).history());
    }
}
