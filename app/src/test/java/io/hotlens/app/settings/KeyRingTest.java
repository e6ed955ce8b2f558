package io.hotlens.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.model.Provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where keys are found, and which places are refused.
class KeyRingTest {

    private static final KeyStoreCommand NO_STORE = KeyStoreCommand.NONE;

    @TempDir Path folder;

    private KeyRing ring(KeyStoreCommand store, Map<String, String> environment) {
        return new KeyRing(store, new KeyFile(folder.resolve("keys.json")), environment);
    }

    private static KeyStoreCommand shell(String find, String keep) {
        return new KeyStoreCommand(
                List.of("sh", "-c", find, "ACCOUNT"),
                List.of("sh", "-c", keep, "ACCOUNT"),
                List.of());
    }

    @Test
    void theUsualVariableHoldsTheKey() {
        KeyRing ring = ring(NO_STORE, Map.of("ANTHROPIC_API_KEY", " fake-1 "));
        assertEquals(Optional.of("fake-1"), ring.key("claude", Provider.ANTHROPIC));
        assertEquals(Optional.empty(), ring.key("gpt", Provider.OPENAI));
        assertEquals(Optional.empty(), ring.key("here", Provider.OLLAMA));
    }

    @Test
    void aKeptKeyComesBeforeTheVariableAndOnlyItsOwnerMayReadIt() throws IOException {
        KeyRing ring = ring(NO_STORE, Map.of("OPENAI_API_KEY", "fake-1"));
        String where = ring.keep("gpt", "fake-2");
        ring.keep("other", "fake-3");

        assertTrue(where.endsWith("keys.json"), where);
        assertEquals(Optional.of("fake-2"), ring.key("gpt", Provider.OPENAI));
        assertEquals(Optional.of("fake-3"), ring.key("other", Provider.OPENAI));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("keys.json"))));
    }

    @Test
    void aFileThatOthersMayReadIsRefusedWithoutItsText() throws IOException {
        KeyRing ring = ring(NO_STORE, Map.of());
        ring.keep("gpt", "fake-2");
        Files.setPosixFilePermissions(
                folder.resolve("keys.json"), PosixFilePermissions.fromString("rw-r-----"));
        var refused = assertThrows(SettingsException.class, () -> ring.key("gpt", Provider.OPENAI));
        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"));
        assertFalse(String.valueOf(refused.getMessage()).contains("fake-2"));
    }

    @Test
    void aBrokenFileIsNamedWithoutItsText() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "{\"gpt\": fake-2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var refused =
                assertThrows(
                        SettingsException.class,
                        () -> ring(NO_STORE, Map.of()).key("gpt", Provider.OPENAI));
        assertFalse((refused + String.valueOf(refused.getCause())).contains("fake-2"));
    }

    @Test
    void theKeyStoreComesFirst() {
        KeyStoreCommand store = shell("echo stored-$0", "cat >/dev/null");
        KeyRing ring = ring(store, Map.of("OPENAI_API_KEY", "fake-1"));
        assertEquals(Optional.of("stored-gpt"), ring.key("gpt", Provider.OPENAI));
        assertEquals("the operating system's key store", ring.keep("gpt", "stored-gpt"));
        assertTrue(Files.notExists(folder.resolve("keys.json")));
    }

    @Test
    void aStoreThatFailsIsAsOneWithoutTheKey() {
        KeyRing ring = ring(shell("exit 1", "exit 1"), Map.of("OPENAI_API_KEY", "fake-1"));
        assertEquals(Optional.of("fake-1"), ring.key("gpt", Provider.OPENAI));
        assertTrue(ring.keep("gpt", "fake-2").endsWith("keys.json"));
        assertEquals(Optional.of("fake-2"), ring.key("gpt", Provider.OPENAI));
    }

    @Test
    void aStoreThatIsNotInstalledIsAsOneWithoutTheKey() {
        var missing = new KeyStoreCommand(List.of("no-such-command-here"), List.of(), List.of());
        assertEquals(Optional.empty(), missing.find("gpt"));
    }

    @Test
    void aForgottenKeyIsInNeitherPlaceAndTheOthersStay() throws IOException {
        Path stored = Files.writeString(folder.resolve("stored-gpt"), "x");
        var store =
                new KeyStoreCommand(
                        List.of(), List.of(), List.of("rm", folder + "/stored-gpt", "ACCOUNT"));
        KeyRing ring = ring(store, Map.of("OPENAI_API_KEY", "fake-1"));
        ring.keep("gpt", "fake-2");
        ring.keep("other", "fake-3");

        ring.forget("gpt");

        assertTrue(Files.notExists(stored));
        assertEquals(Optional.of("fake-1"), ring.key("gpt", Provider.OPENAI));
        assertEquals(Optional.of("fake-3"), ring.key("other", Provider.OPENAI));
    }

    @Test
    void nothingIsWrittenToForgetAKeyThatIsNotThere() {
        ring(NO_STORE, Map.of()).forget("gpt");
        assertTrue(Files.notExists(folder.resolve("keys.json")));
    }
}
