package io.hotlens.ui.insight;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;

import java.awt.image.BufferedImage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Takes a picture of a drawing in strips, so that the JavaFX thread is free between them. Twice as
/// sharp as the screen while that is not too large.
final class GraphPicture {

    private static final double SHARP = 2;
    private static final double MOST_PIXELS = 12_000_000;
    private static final int STRIP_PIXELS = 400_000;

    private final Node drawing;
    private final Color ground;
    private final Executor screen;
    private final Consumer<BufferedImage> done;
    private final double scale;
    private final Bounds bounds;
    private final BufferedImage picture;

    private GraphPicture(
            Node drawing, Color ground, Executor screen, Consumer<BufferedImage> done) {
        this.drawing = drawing;
        this.ground = ground;
        this.screen = screen;
        this.done = done;
        bounds = drawing.getBoundsInParent();
        double area = bounds.getWidth() * bounds.getHeight();
        scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / Math.max(1, area)));
        picture =
                new BufferedImage(
                        Math.max(1, (int) Math.ceil(bounds.getWidth() * scale)),
                        Math.max(1, (int) Math.ceil(bounds.getHeight() * scale)),
                        BufferedImage.TYPE_INT_RGB);
    }

    /// Must be called on the JavaFX thread.
    ///
    /// @param screen takes the strips after the first, one by one
    /// @param done called on the JavaFX thread
    static void take(Node drawing, Color ground, Executor screen, Consumer<BufferedImage> done) {
        new GraphPicture(drawing, ground, screen, done).strip(0);
    }

    private void strip(int from) {
        int width = picture.getWidth();
        int most = Math.max(1, STRIP_PIXELS / width);
        int height = Math.min(most, picture.getHeight() - from);
        var parameters = new SnapshotParameters();
        parameters.setFill(ground);
        parameters.setTransform(new Scale(scale, scale));
        parameters.setViewport(
                new Rectangle2D(
                        bounds.getMinX() * scale, bounds.getMinY() * scale + from, width, height));
        WritableImage part = drawing.snapshot(parameters, new WritableImage(width, height));
        int[] pixels = new int[width * height];
        part.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, from, width, height, pixels, 0, width);
        if (from + height < picture.getHeight()) {
            screen.execute(() -> strip(from + height));
        } else {
            done.accept(picture);
        }
    }
}
