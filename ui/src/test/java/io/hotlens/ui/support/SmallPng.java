package io.hotlens.ui.support;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Writes pictures with a palette of their most frequent colours, which for a window is a third of
/// the size and looks the same.
public final class SmallPng {

    private static final int MOST = 128;

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
            red += rgb >> 16 & 0xff;
            green += rgb >> 8 & 0xff;
            blue += rgb & 0xff;
        }

        int[] colour() {
            return new int[] {(int) (red / count), (int) (green / count), (int) (blue / count)};
        }
    }

    private SmallPng() {}

    public static void write(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            out.setLength(0);
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
        List<Bucket> kept = new ArrayList<>(buckets.values());
        kept.sort((one, other) -> Long.compare(other.count, one.count));
        List<int[]> palette = kept.stream().limit(MOST).map(Bucket::colour).toList();
        Map<Integer, Integer> nearest = new HashMap<>();
        buckets.forEach((key, bucket) -> nearest.put(key, nearest(palette, bucket.colour())));
        var result =
                new BufferedImage(
                        width, height, BufferedImage.TYPE_BYTE_INDEXED, colours(palette));
        var raster = result.getRaster();
        for (int i = 0; i < pixels.length; i++) {
            int index = Objects.requireNonNull(nearest.get(key(pixels[i])));
            raster.setSample(i % width, i / width, 0, index);
        }
        return result;
    }

    private static int key(int rgb) {
        int drop = 8 - BITS;
        return (rgb >> 16 & 0xff) >> drop << 2 * BITS
                | (rgb >> 8 & 0xff) >> drop << BITS
                | (rgb & 0xff) >> drop;
    }

    private static int nearest(List<int[]> palette, int[] wanted) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size(); i++) {
            int distance = 0;
            for (int channel = 0; channel < 3; channel++) {
                int difference = palette.get(i)[channel] - wanted[channel];
                distance += difference * difference;
            }
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
