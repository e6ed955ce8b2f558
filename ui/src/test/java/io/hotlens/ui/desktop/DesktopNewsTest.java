package io.hotlens.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@DisabledOnOs(OS.WINDOWS)
final class DesktopNewsTest {

    @TempDir Path folder;

    /// A program that writes down how it was called.
    private DesktopNews withTool(String os, String program) throws IOException {
        Path tool = folder.resolve(program);
        Files.writeString(
                tool,
                """
                #!/bin/sh
                for one in "$@"; do printf '%%s\\n' "$one"; done > '%s'
                printf '%%s\\n' "$HOTLENS_TITLE" >> '%s'
                """
                        .formatted(said(), said()));
        assertTrue(tool.toFile().setExecutable(true));
        return DesktopNews.of(os, Map.of("PATH", folder.toString()), Runnable::run);
    }

    private Path said() {
        return folder.resolve("said.txt");
    }

    @Test
    void onLinuxNotifySendIsGivenTitleAndTextAsArguments() throws IOException {
        DesktopNews news = withTool("Linux", "notify-send");
        assertEquals(Optional.empty(), news.missing());
        news.tell("Hotlens: shop", "-u low; $(touch x) 2 threads are deadlocked");
        assertEquals(
                List.of(
                        "--app-name=Hotlens",
                        "--urgency=critical",
                        "--",
                        "Hotlens: shop",
                        "-u low; $(touch x) 2 threads are deadlocked",
                        "Hotlens: shop"),
                Files.readAllLines(said()));
    }

    @Test
    void onMacOsTheScriptIsTheSameWhateverTheText() throws IOException {
        withTool("Mac OS X", "osascript").tell("Hotlens", "\" & do shell script \"id\"");
        List<String> lines = Files.readAllLines(said());
        assertEquals("on run argv", lines.get(1));
        assertEquals(
                List.of("Hotlens", "\" & do shell script \"id\"", "Hotlens"), lines.subList(4, 7));
    }

    @Test
    void onWindowsTheTextIsInVariablesOnly() throws IOException {
        withTool("Windows 11", "powershell.exe").tell("Hotlens", "'; Remove-Item x");
        String all = Files.readString(said());
        assertTrue(all.contains("$env:HOTLENS_TEXT"), all);
        assertFalse(all.contains("Remove-Item"), all);
        assertTrue(all.endsWith("Hotlens\n"), all);
    }

    @Test
    void secretsAndEndlessTextsAreCut() throws IOException {
        withTool("Linux", "notify-send")
                .tell("Hotlens", "password=hunter2 " + "waits for a lock ".repeat(100));
        String all = Files.readString(said());
        assertFalse(all.contains("hunter2"), all);
        assertTrue(all.length() < 500, all);
    }

    @Test
    void aToolThatIsMissingIsNamedAndNothingHappens() {
        DesktopNews news =
                DesktopNews.of("Linux", Map.of("PATH", folder.toString()), Runnable::run);
        assertEquals(Optional.of("notify-send"), news.missing());
        news.tell("Hotlens", "nobody hears it");
        assertFalse(Files.exists(said()));
    }
}
