package io.hotlens.app.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class TelemetryPageTest {

    @Test
    void thePageSaysWhatTheCatalogSays() throws IOException {
        Path file = Path.of("..", "docs", "telemetry.md");
        String page = TelemetryPage.text();
        if (System.getProperty("hotlens.docs", "").equals("write")) {
            Files.writeString(file, page);
        }
        assertEquals(page, Files.readString(file), "rewrite it with -Dhotlens.docs=write");
    }
}
