package io.hotlens.ui.insight;

import io.hotlens.app.insight.Insight;
import io.hotlens.ui.control.SaveDialog;
import io.hotlens.ui.fx.Tasks;
import io.hotlens.ui.text.Messages;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Writes a graph where the user says. Belongs to the JavaFX thread; files are written off it.
///
/// @param dialog asks where, and whether a file may be written over
record GraphExport(SaveDialog dialog, Tasks tasks) {

    /// How a graph can be written.
    enum Format {
        SVG,
        PNG;

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /// @param said told in one sentence what came of it; nothing when the user changed their mind
    void svg(Drawing drawing, GraphColours colours, Consumer<String> said) {
        ask(
                drawing,
                Format.SVG,
                path ->
                        write(
                                path,
                                file ->
                                        Files.writeString(
                                                file, drawing.svg(colours), StandardCharsets.UTF_8),
                                said));
    }

    /// @param picture takes the picture, once it is known where to
    /// @param said as for [#svg(Drawing, GraphColours, Consumer)]
    void png(Drawing drawing, Consumer<Consumer<BufferedImage>> picture, Consumer<String> said) {
        ask(
                drawing,
                Format.PNG,
                path -> picture.accept(image -> write(path, file -> writePng(image, file), said)));
    }

    private void ask(Drawing drawing, Format format, Consumer<Path> write) {
        dialog.ask(fileName(drawing.insight(), format), format.extension()).ifPresent(write);
    }

    private static void writePng(BufferedImage image, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, Format.PNG.extension(), out);
        }
    }

    private void write(Path file, Writing writing, Consumer<String> said) {
        tasks.run(() -> written(file, writing), said, failed -> said.accept(failed.sentence()));
    }

    private static String written(Path file, Writing writing) {
        try {
            writing.to(file);
            return Messages.text("graph.saved", file);
        } catch (IOException e) {
            return Messages.text("graph.not_saved", file, String.valueOf(e.getMessage()));
        }
    }

    private static String fileName(Insight insight, Format format) {
        String cause = insight.rootCause().type().replaceAll("[^A-Za-z0-9_-]+", "-");
        return "hotlens-%s-%s.%s".formatted(cause, insight.id(), format.extension());
    }
}
