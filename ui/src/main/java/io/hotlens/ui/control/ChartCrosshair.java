package io.hotlens.ui.control;

import io.hotlens.ui.text.Formats;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws the instant that is pointed at over a chart, with the values there, and the stretch that
/// is being chosen.
///
/// @param words whether the values are written beside it
record ChartCrosshair(ChartInks inks, boolean words) {

    private static final int LONGEST = 72;
    private static final double PADDING = 8;

    private record Row(String text, Color color) {}

    /// Pixels between which a stretch of time is being chosen, in either order.
    record Stretch(double one, double other) {}

    /// What is pointed at.
    ///
    /// @param mark the mark there
    record Pointer(Optional<Instant> at, Optional<ChartMark> mark, Optional<Stretch> chosen) {

        /// Whether there is nothing to draw.
        boolean isAway() {
            return at.isEmpty() && chosen.isEmpty();
        }
    }

    void draw(GraphicsContext g, ChartPlot plot, ChartContent content, Pointer pointer) {
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        pointer.chosen().ifPresent(stretch -> shade(g, plot, stretch));
        pointer.at()
                .filter(plot.range()::contains)
                .ifPresent(
                        at -> {
                            double x = Math.floor(plot.x(at)) + 0.5;
                            g.setStroke(inks.text());
                            g.setLineWidth(1);
                            g.strokeLine(x, plot.top(), x, plot.bottom());
                            if (words) {
                                write(g, plot, x, rows(content, at, pointer.mark()));
                            }
                        });
    }

    private void shade(GraphicsContext g, ChartPlot plot, Stretch stretch) {
        double from = Math.max(plot.left(), Math.min(stretch.one(), stretch.other()));
        double to = Math.min(plot.right(), Math.max(stretch.one(), stretch.other()));
        g.setFill(inks.line(0).deriveColor(0, 1, 1, 0.2));
        g.fillRect(from, plot.top(), to - from, plot.bottom() - plot.top());
    }

    private List<Row> rows(ChartContent content, Instant at, Optional<ChartMark> mark) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(Formats.clock(at), inks.text()));
        for (int i = 0; i < content.lines().size(); i++) {
            ChartLine line = content.lines().get(i);
            Color color = inks.line(i);
            line.at(at)
                    .map(point -> Formats.value(point.value(), content.unit()))
                    .map(value -> line.name().isEmpty() ? value : value + "  " + line.name())
                    .ifPresent(value -> rows.add(new Row(value, color)));
        }
        mark.ifPresent(one -> rows.add(new Row(shortened(one.words()), inks.alarm())));
        return rows;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void write(GraphicsContext g, ChartPlot plot, double x, List<Row> rows) {
        double height = inks.font().getSize() * 1.4;
        double width = rows.stream().mapToDouble(row -> width(row.text())).max().orElse(0);
        boolean left = x + width + 3 * PADDING > plot.right();
        double begin = left ? Math.max(plot.left(), x - width - 2 * PADDING - 4) : x + 4;
        g.setFill(inks.ground());
        g.fillRect(begin, plot.top(), width + 2 * PADDING, rows.size() * height + PADDING);
        g.setFont(inks.font());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        for (int i = 0; i < rows.size(); i++) {
            g.setFill(rows.get(i).color());
            g.fillText(rows.get(i).text(), begin + PADDING, plot.top() + PADDING / 2 + i * height);
        }
    }

    private double width(String text) {
        var measured = new Text(text);
        measured.setFont(inks.font());
        return measured.getLayoutBounds().getWidth();
    }
}
