package io.hotlens.ui.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.settings.ConfigFolder;
import io.hotlens.app.settings.SettingsException;
import io.hotlens.app.settings.SettingsFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ProblemTest {

    private static Problem fault(String message) {
        return Problem.of(new IllegalStateException(message));
    }

    @Test
    void equalFaultsHaveEqualCodesWhateverTheySay() {
        assertEquals(fault("one").sentence(), fault("two").sentence());
    }

    @Test
    void theMessageOfAFaultIsOnlyInTheDetails() {
        assertFalse(fault("secret path").sentence().contains("secret path"));
    }

    @Test
    void aBrokenSettingsFileIsNoFaultOfOurs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{");
        var broken =
                assertThrows(
                        SettingsException.class,
                        () -> new SettingsFile(new ConfigFolder(folder)).read());
        Problem problem = Problem.of(broken);
        assertTrue(problem.sentence().contains("settings.json cannot be used"));
        assertEquals("", problem.details());
    }
}
