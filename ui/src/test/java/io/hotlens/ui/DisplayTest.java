package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class DisplayTest {

    @TempDir Path devices;

    @Test
    void aHostWithoutACardDrawsItself() {
        assertTrue(Display.drawsItself("linux", devices));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri", "nvidiactl", "dxg"})
    void aCardIsLeftToJavaFx(String card) throws IOException {
        Files.createDirectory(devices.resolve(card));
        assertFalse(Display.drawsItself("linux", devices));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows 11", "mac os x"})
    void otherSystemsFindOut(String os) {
        assertFalse(Display.drawsItself(os, devices));
    }
}
