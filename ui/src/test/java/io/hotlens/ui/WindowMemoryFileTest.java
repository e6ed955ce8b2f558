package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.ui.WindowMemory.Place;
import io.hotlens.ui.connect.Earlier;
import io.hotlens.ui.metrics.Pin;
import io.hotlens.ui.support.Samples;
import io.hotlens.ui.text.Language;
import io.hotlens.ui.theme.Appearance;
import io.hotlens.ui.theme.Theme;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class WindowMemoryFileTest {

    @TempDir Path folder;
    private Path path = Path.of("window.json");
    private WindowMemoryFile file = new WindowMemoryFile(path);

    @BeforeEach
    void choose() {
        path = folder.resolve("new").resolve("window.json");
        file = new WindowMemoryFile(path);
    }

    @Test
    void whatWasKeptIsReadAgain() {
        var memory =
                new WindowMemory(
                        Optional.of(new Place(-40.5, 20, 1200, 700, true)),
                        new Appearance(
                                Optional.of(Theme.HIGH_CONTRAST),
                                130,
                                true,
                                true,
                                Optional.of(Language.GERMAN),
                                false),
                        List.of(
                                new Earlier.Local(4711, Samples.NOON, "checkout"),
                                new Earlier.Remote("db:9010", "jane", "orders")),
                        List.of("settings", "screen-INBOX"),
                        List.of(
                                new Pin.OfMetric("gc.live_set_mb", true),
                                new Pin.OfAttribute(
                                        "java.lang:type=Memory",
                                        "HeapMemoryUsage",
                                        List.of("used"))));
        file.save(memory);
        assertEquals(memory, file.load());
        file.save(WindowMemory.NONE);
        assertEquals(WindowMemory.NONE, file.load());
    }

    @Test
    void withoutAFileNothingIsRemembered() {
        assertEquals(WindowMemory.NONE, file.load());
        assertFalse(Files.exists(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "{\"window\": 5, \"theme\": \"pink\", \"zoom\": \"big\", \"targets\": [{}]}",
                "{\"targets\": [{\"pid\": 1, \"started_at\": \"noon\"}, 7], \"recent\": [1],"
                        + " \"board\": [{\"bean\": \"a:b=c\"}, {\"metric\": 5}, 7]}"
            })
    void whatCannotBeUnderstoodIsAsIfItWereNotThere(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        assertEquals(WindowMemory.NONE, file.load());
    }

    @Test
    void aZoomBeyondTheLimitsIsTheLimit() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "{\"zoom\": 9000}");
        assertEquals(Appearance.MOST_ZOOM, file.load().appearance().zoom());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "1800, 0, true",
        "1900, 0, false",
        "-1100, 0, true",
        "-1250, 0, false",
        "2000, 100, false",
        "0, 1079, true",
        "0, 1090, false",
        "0, -30, false"
    })
    void aWindowIsPutBackOnlyWhereItCanBeSeenAndMoved(double x, double y, boolean seen) {
        var screen = new Rectangle2D(0, 0, 1920, 1080);
        assertEquals(seen, WindowPlace.isSeen(new Place(x, y, 1280, 800, false), List.of(screen)));
        assertTrue(
                WindowPlace.isSeen(
                        new Place(2000, 10, 1280, 800, false),
                        List.of(screen, new Rectangle2D(1920, 0, 1920, 1080))));
    }
}
