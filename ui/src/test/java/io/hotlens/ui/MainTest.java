package io.hotlens.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

final class MainTest {

    @Test
    void withoutADisplayOneSentenceNamesTheHeadlessCommands() {
        String sentence = Display.whyNoWindow(Map.of(), "linux", "").orElseThrow();
        assertTrue(sentence.contains("no display"));
        assertTrue(sentence.contains("hotlens investigate --pid N"));
        assertEquals(1, sentence.lines().count());
    }

    @Test
    void aDisplayOrAnotherSystemIsEnoughForAWindow() {
        assertEquals(Optional.empty(), Display.whyNoWindow(Map.of("DISPLAY", ":0"), "linux", ""));
        assertEquals(
                Optional.empty(),
                Display.whyNoWindow(Map.of("WAYLAND_DISPLAY", "wayland-0"), "linux", ""));
        assertEquals(Optional.empty(), Display.whyNoWindow(Map.of(), "windows 11", ""));
        assertEquals(Optional.empty(), Display.whyNoWindow(Map.of(), "linux", "headless"));
    }

    @Test
    void noArgumentsMeanAnEmptyWindow() {
        assertEquals(
                Optional.of(new WindowArguments(OptionalLong.empty(), Optional.empty())),
                WindowArguments.parse(List.of()));
    }

    @Test
    void theWindowsArgumentsSurviveBeingPassedOn() {
        var window = new WindowArguments(OptionalLong.of(42), Optional.of("it hangs"));
        assertEquals(Optional.of(window), WindowArguments.parse(window.words()));
    }

    @Test
    void otherArgumentsAreForTheCommandLine() {
        assertEquals(Optional.empty(), WindowArguments.parse(List.of("list", "--json")));
    }

    @Test
    void aWrongProcessIdIsNamed() {
        var wrong =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> WindowArguments.parse(List.of("--open-pid", "four")));
        assertEquals("--open-pid takes the id of a process, not 'four'", wrong.getMessage());
    }

    @Test
    void settingsLieWhereTheSystemKeepsThem() {
        assertEquals(
                Path.of("/home/me/.config/hotlens"),
                ConfigFolder.of(Map.of(), "Linux", "/home/me"));
        assertEquals(
                Path.of("/cfg/hotlens"),
                ConfigFolder.of(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux", "/home/me"));
        assertEquals(
                Path.of("/Users/me/Library/Application Support/Hotlens"),
                ConfigFolder.of(Map.of(), "Mac OS X", "/Users/me"));
    }
}
