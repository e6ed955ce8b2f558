package io.hotlens.skills.target;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class TemporaryFolderTest {

    /// A process that ends with a folder open and a file in it.
    static final class InAHurry {
        private InAHurry() {}

        public static void main(String[] args) throws IOException {
            TemporaryFolder folder = TemporaryFolder.create("hotlens-test");
            Files.writeString(folder.path().resolve("events.jfr"), "what was recorded");
            System.exit(0);
        }
    }

    @Test
    void itIsGoneWithItsFilesWhenItIsClosed() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("hotlens-test");
        Files.writeString(folder.path().resolve("events.jfr"), "what was recorded");
        folder.close();
        assertFalse(Files.exists(folder.path()));
        assertDoesNotThrow(folder::close);
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("hotlens-test")) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
        }
    }

    @Test
    void itIsGoneWithItsProcess(@TempDir Path temporary) throws Exception {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                InAHurry.class.getName())
                        .inheritIO()
                        .start();
        assertEquals(0, process.waitFor());
        try (var left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
