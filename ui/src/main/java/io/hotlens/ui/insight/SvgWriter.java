package io.hotlens.ui.insight;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Writes the elements of an SVG document; every text and value is escaped.
final class SvgWriter {

    private final StringBuilder out =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    @Override
    public String toString() {
        return out.toString();
    }

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    void begin(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            String value =
                    attributes[i + 1] instanceof Double number
                            ? number(number)
                            : escaped(attributes[i + 1].toString());
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        out.append('>');
    }

    void end(String name) {
        out.append("</").append(name).append(">\n");
    }

    /// An element with a text.
    ///
    /// @param attributes names and values in turn
    void written(String name, String text, Object... attributes) {
        begin(name, attributes);
        out.append(escaped(text));
        end(name);
    }

    /// Several numbers with spaces between.
    static String numbers(double... values) {
        return DoubleStream.of(values).mapToObj(SvgWriter::number).collect(Collectors.joining(" "));
    }

    /// To a tenth of a pixel.
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// Characters that XML does not allow at all become question marks.
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                default -> safe.appendCodePoint(isAllowed(c) ? c : '?');
                            }
                        });
        return safe.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
