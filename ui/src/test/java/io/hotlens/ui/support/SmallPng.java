package io.hotlens.ui.support;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Writes pictures with a palette of the colours that serve them best, which for a window is a
/// third of the size and looks the same.
public final class SmallPng {

    private static final int MOST = 64;

    /// Colours are told apart by this many bits of each channel.
    private static final int BITS = 5;

    /// Colours that are told as one.
    private static final class Bucket {
        private long count;
        private long red;
        private long green;
        private long blue;

        void add(int rgb) {
            count++;
            red += (rgb >> 16) & 0xff;
            green += (rgb >> 8) & 0xff;
            blue += rgb & 0xff;
        }

        int[] colour() {
            return new int[] {(int) (red / count), (int) (green / count), (int) (blue / count)};
        }
    }

    private SmallPng() {}

    public static void write(BufferedImage picture, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0);
            writer.write(null, new IIOImage(indexed(picture), null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Bucket> buckets = new HashMap<>();
        for (int rgb : pixels) {
            buckets.computeIfAbsent(key(rgb), _ -> new Bucket()).add(rgb);
        }
        List<int[]> palette = palette(List.copyOf(buckets.values()));
        Map<Integer, Integer> nearest = new HashMap<>();
        buckets.forEach((key, bucket) -> nearest.put(key, nearest(palette, bucket.colour())));
        var result =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours(palette));
        var raster = result.getRaster();
        for (int i = 0; i < pixels.length; i++) {
            int index = Objects.requireNonNull(nearest.get(key(pixels[i])));
            raster.setSample(i % width, i / width, 0, index);
        }
        return result;
    }

    private static int key(int rgb) {
        int drop = 8 - BITS;
        int red = ((rgb >> 16) & 0xff) >> drop;
        int green = ((rgb >> 8) & 0xff) >> drop;
        int blue = (rgb & 0xff) >> drop;
        return (red << (2 * BITS)) | (green << BITS) | blue;
    }

    /// One after the other the colour that what was chosen before serves worst: by how often it is
    /// there, and how far it is from the nearest one. So the few pixels of a red mark stay red.
    private static List<int[]> palette(List<Bucket> buckets) {
        var palette = new ArrayList<int[]>();
        var off = new double[buckets.size()];
        Arrays.fill(off, 1);
        while (palette.size() < MOST) {
            int worst = 0;
            for (int i = 1; i < off.length; i++) {
                if (off[i] * buckets.get(i).count > off[worst] * buckets.get(worst).count) {
                    worst = i;
                }
            }
            if (off[worst] == 0) {
                break;
            }
            int[] chosen = buckets.get(worst).colour();
            palette.add(chosen);
            for (int i = 0; i < off.length; i++) {
                double distance = distance(buckets.get(i).colour(), chosen);
                off[i] = palette.size() == 1 ? distance : Math.min(off[i], distance);
            }
        }
        return palette;
    }

    private static int distance(int[] one, int[] other) {
        int distance = 0;
        for (int channel = 0; channel < 3; channel++) {
            int difference = one[channel] - other[channel];
            distance += difference * difference;
        }
        return distance;
    }

    private static int nearest(List<int[]> palette, int[] wanted) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int distance = distance(palette.get(i), wanted);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static IndexColorModel colours(List<int[]> palette) {
        var channels = new byte[3][palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][i] = (byte) palette.get(i)[channel];
            }
        }
        return new IndexColorModel(8, palette.size(), channels[0], channels[1], channels[2]);
    }
}
