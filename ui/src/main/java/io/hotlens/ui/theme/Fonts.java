package io.hotlens.ui.theme;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Loads the two bundled fonts, Inter for words and JetBrains Mono for code (both under the SIL
/// Open Font License, their texts lie beside them).
public final class Fonts {

    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/";
    private static final List<String> FILES =
            List.of(
                    INTER + "Inter-Regular.otf",
                    INTER + "Inter-SemiBold.otf",
                    INTER + "Inter-Bold.otf",
                    INTER + "Inter-Italic.otf",
                    MONO + "JetBrainsMono-Regular.ttf",
                    MONO + "JetBrainsMono-Bold.ttf");

    private Fonts() {}

    /// Makes the fonts known to JavaFX; a font that cannot be read leaves the system's in place.
    public static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(file)) {
            if (in != null) {
                Font.loadFont(in, 14);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled font " + file, e);
        }
    }
}
