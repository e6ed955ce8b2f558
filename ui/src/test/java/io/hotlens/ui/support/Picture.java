package io.hotlens.ui.support;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/// A window at half its size, compared by the mean colour of its blocks, so that another version of
/// the library that draws letters makes no difference and a button that is missing does.
public final class Picture {

    private static final int BLOCK = 10;

    /// How far the mean of a block's channel may be off, of 255.
    private static final int TOLERANCE = 28;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /// What the scene shows now; on the JavaFX thread only.
    public static Picture of(Scene scene) {
        BufferedImage whole = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        return of(whole, whole.getWidth() / 2, whole.getHeight() / 2);
    }

    /// @throws UncheckedIOException when the file is no picture
    public static Picture read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            return of(image, image.getWidth(), image.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture of(BufferedImage source, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = drawn.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(source, 0, 0, width, height, null);
        g.dispose();
        return new Picture(drawn);
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            SmallPng.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with a rectangle painted over.
    public Picture covered(int x, int y, int width, int height) {
        Picture copy = of(image, image.getWidth(), image.getHeight());
        Graphics2D g = copy.image.createGraphics();
        g.setColor(Color.GRAY);
        g.fillRect(x, y, width, height);
        g.dispose();
        return copy;
    }

    public boolean isAs(Picture other) {
        return differences(other).isEmpty();
    }

    /// Where the two differ, a block a line; empty when they look the same.
    public List<String> differences(Picture other) {
        if (image.getWidth() != other.image.getWidth()
                || image.getHeight() != other.image.getHeight()) {
            return List.of("%s instead of %s".formatted(size(), other.size()));
        }
        var found = new ArrayList<String>();
        for (int y = 0; y + BLOCK <= image.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= image.getWidth(); x += BLOCK) {
                for (int channel = 0; channel < 3; channel++) {
                    int off = mean(x, y, channel) - other.mean(x, y, channel);
                    if (Math.abs(off) > TOLERANCE) {
                        found.add("at %d,%d by %d".formatted(2 * x, 2 * y, off));
                        break;
                    }
                }
            }
        }
        return found;
    }

    private String size() {
        return image.getWidth() + "x" + image.getHeight();
    }

    private int mean(int left, int top, int channel) {
        int sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                sum += (image.getRGB(x, y) >> (8 * channel)) & 0xff;
            }
        }
        return sum / (BLOCK * BLOCK);
    }
}
