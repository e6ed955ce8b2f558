package io.hotlens.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells whether a window can be opened here.
final class Display {

    private static final String INSTEAD =
            " Without a window use: hotlens list, hotlens investigate --pid N --reason TEXT,"
                    + " hotlens demo NAME --headless.";

    /// Open drivers, NVIDIA's own, and Windows's for Linux under it.
    private static final List<String> CARDS = List.of("dri", "nvidiactl", "dxg");

    private Display() {}

    /// One sentence when there is no display; empty when there is one, or where it cannot be told
    /// beforehand.
    ///
    /// @param os lower-case name of the operating system
    /// @param platform lower-case JavaFX platform asked for, empty for the usual one
    static Optional<String> whyNoWindow(
            Map<String, String> environment, String os, String platform) {
        boolean unix = !os.contains("win") && !os.contains("mac");
        boolean display =
                !environment.getOrDefault("DISPLAY", "").isBlank()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return unix && !display && !platform.equals("headless")
                ? Optional.of(
                        "hotlens: there is no display to open a window on (DISPLAY is not set)."
                                + INSTEAD)
                : Optional.empty();
    }

    /// Whether JavaFX would end up drawing by itself: there it loads a driver that imitates a
    /// graphics card, 45 MB of it, and gives it up again. Where it cannot be told, it finds out.
    ///
    /// @param os lower-case name of the operating system
    /// @param devices where the system shows its devices
    static boolean drawsItself(String os, Path devices) {
        return os.contains("linux")
                && CARDS.stream().map(devices::resolve).noneMatch(Files::exists);
    }

    /// The sentence for a system on which JavaFX cannot start, as on Linux without GTK 3.
    static String noToolkit(String why) {
        return "hotlens: the window system cannot be started ("
                + why
                + "); on Linux it needs GTK 3."
                + INSTEAD;
    }
}
