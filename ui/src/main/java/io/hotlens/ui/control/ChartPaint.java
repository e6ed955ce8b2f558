package io.hotlens.ui.control;

import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import java.util.List;

/// Draws the lines of a chart, its axes, marks and what is expected.
///
/// @param axes whether there are any
record ChartPaint(ChartInks inks, boolean axes) {

    private static final int RULES = 4;
    private static final double MARK = 4;

    /// What is expected to the point shows as a line.
    private static final double LEAST_BAND = 2;

    /// @return where it was drawn
    ChartPlot draw(GraphicsContext g, ChartContent content, ChartTime.Range range, boolean live) {
        double width = g.getCanvas().getWidth();
        double height = g.getCanvas().getHeight();
        g.clearRect(0, 0, width, height);
        ChartPlot room = room(width, height, range);
        List<Envelope> envelopes =
                content.lines().stream()
                        .map(
                                line ->
                                        Envelope.of(
                                                line.series(),
                                                range.from(),
                                                range.to(),
                                                room.columns()))
                        .toList();
        ChartPlot plot = scaled(room, content, envelopes);
        content.expected().ifPresent(band -> band(g, plot, band));
        if (axes) {
            rules(g, plot, content.unit());
            times(g, plot, height, live);
            marks(g, plot, content);
        }
        for (int i = 0; i < envelopes.size(); i++) {
            g.setStroke(content.stale() ? inks.text() : inks.line(i));
            g.setLineWidth(content.stale() ? 1 : 1.5);
            g.setLineDashes(ChartInks.dashes(i));
            double gap = plot.width() * content.lines().get(i).gapMs() / range.length().toMillis();
            line(g, plot, envelopes.get(i), Math.max(2, gap));
        }
        g.setLineDashes();
        return plot;
    }

    private ChartPlot room(double width, double height, ChartTime.Range range) {
        double scale = inks.scale();
        return axes
                ? new ChartPlot(
                        56 * scale,
                        8,
                        Math.max(57 * scale, width - 8),
                        height - 20 * scale,
                        range,
                        0,
                        1)
                : new ChartPlot(0, 2, width, height - 2, range, 0, 1);
    }

    private static ChartPlot scaled(
            ChartPlot room, ChartContent content, List<Envelope> envelopes) {
        double highest = envelopes.stream().mapToDouble(Envelope::top).max().orElse(0);
        double lowest = envelopes.stream().mapToDouble(Envelope::bottom).min().orElse(0);
        double band = content.expected().map(Band::high).orElse(highest);
        double most = Scale.top(Math.max(highest, band), content.unit());
        return room.scaled(lowest < 0 ? -Scale.top(-lowest, content.unit()) : 0, most);
    }

    private void band(GraphicsContext g, ChartPlot plot, Band band) {
        double upper = Math.floor(plot.y(band.high()));
        double height = Math.max(LEAST_BAND, Math.ceil(plot.y(band.low())) - upper);
        g.setFill(inks.usual());
        g.fillRect(plot.left(), upper, plot.width(), height);
    }

    private void rules(GraphicsContext g, ChartPlot plot, Unit unit) {
        g.setStroke(inks.grid());
        g.setLineWidth(1);
        g.setFill(inks.text());
        g.setFont(inks.font());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i <= RULES; i++) {
            double value = plot.least() + (plot.most() - plot.least()) * i / RULES;
            double y = Math.floor(plot.y(value)) + 0.5;
            g.strokeLine(plot.left(), y, plot.right(), y);
            String symbol = i == RULES && unit == Unit.PERCENT ? " " + unit.symbol() : "";
            g.fillText(Formats.compact(value) + symbol, plot.left() - 8, y);
        }
    }

    private void times(GraphicsContext g, ChartPlot plot, double height, boolean live) {
        ChartTime.Range range = plot.range();
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(
                live
                        ? Messages.text("chart.from", Formats.duration(range.length()))
                        : Formats.clock(range.from()),
                plot.left(),
                height);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(
                live ? Messages.text("chart.now") : Formats.clock(range.to()),
                plot.right(),
                height);
    }

    private void marks(GraphicsContext g, ChartPlot plot, ChartContent content) {
        g.setStroke(inks.alarm());
        g.setFill(inks.alarm());
        double last = Double.NaN;
        for (ChartMark mark : content.marks()) {
            double x = Math.floor(plot.x(mark.at())) + 0.5;
            if (plot.range().contains(mark.at()) && x != last) {
                g.strokeLine(x, plot.top(), x, plot.bottom());
                g.beginPath();
                g.moveTo(x - MARK, plot.top() - 1);
                g.lineTo(x + MARK, plot.top() - 1);
                g.lineTo(x, plot.top() + 6);
                g.fill();
                last = x;
            }
        }
    }

    private static void line(GraphicsContext g, ChartPlot plot, Envelope envelope, double gap) {
        g.beginPath();
        double lastX = Double.NaN;
        double lastY = 0;
        for (int column = 0; column < envelope.columns(); column++) {
            if (!envelope.has(column)) {
                continue;
            }
            double x = plot.left() + column + 0.5;
            double low = plot.y(envelope.low(column));
            double high = plot.y(envelope.high(column));
            boolean up = Math.abs(lastY - low) < Math.abs(lastY - high);
            double first = up ? low : high;
            lastY = up ? high : low;
            if (!Double.isNaN(lastX) && x - lastX <= gap) {
                g.lineTo(x, first);
            } else {
                g.moveTo(x - 0.5, first);
                g.lineTo(x + 0.5, first);
            }
            if (first != lastY) {
                g.lineTo(x, lastY);
            }
            lastX = x;
        }
        g.stroke();
    }
}
