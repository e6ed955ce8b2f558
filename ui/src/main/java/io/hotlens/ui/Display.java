package io.hotlens.ui;

import java.util.Map;
import java.util.Optional;

/// Tells whether a window can be opened here.
final class Display {

    private static final String INSTEAD =
            " Without a window use: hotlens list, hotlens investigate --pid N --reason TEXT,"
                    + " hotlens demo NAME --headless.";

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

    /// The sentence for a system on which JavaFX cannot start, as on Linux without GTK 3.
    static String noToolkit(String why) {
        return "hotlens: the window system cannot be started ("
                + why
                + "); on Linux it needs GTK 3."
                + INSTEAD;
    }
}
