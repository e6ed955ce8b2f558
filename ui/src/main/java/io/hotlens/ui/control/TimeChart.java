package io.hotlens.ui.control;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// One metric over time on a canvas, with the least and greatest value of each pixel column.
/// Belongs to the JavaFX thread.
public final class TimeChart extends Region {

    private static final long LEAST_GAP_MS = 5_000;
    private static final double LEFT = 56;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final int RULES = 4;

    /// What is expected to the point shows as a line.
    private static final double LEAST_BAND = 2;

    private final Canvas canvas = new Canvas();
    private final boolean axes;
    private final Ink usual = new Ink("chart-usual", this::draw);
    private final Ink line = new Ink("chart-line", this::draw);
    private final Ink grid = new Ink("chart-grid", this::draw);
    private final Ink text = new Ink("chart-text", this::draw);
    private final Ink alarm = new Ink("chart-alarm", this::draw);

    private Series series = Series.EMPTY;
    private Unit unit = Unit.COUNT;
    private Instant now = Instant.EPOCH;
    private Duration window = Duration.ofMinutes(5);
    private List<Instant> markers = List.of();
    private Optional<Band> expected = Optional.empty();
    private boolean stale;
    private OptionalDouble cursor = OptionalDouble.empty();

    /// A bare line without axes, for a tile.
    public static TimeChart spark() {
        return new TimeChart(false);
    }

    /// With axes, marks and a value under the mouse.
    public static TimeChart large() {
        return new TimeChart(true);
    }

    private TimeChart(boolean axes) {
        this.axes = axes;
        getStyleClass().add("time-chart");
        getChildren().add(canvas);
        Stream.of(usual, line, grid, text, alarm).map(Ink::node).forEach(getChildren()::add);
        if (axes) {
            setOnMouseMoved(event -> cursor(OptionalDouble.of(event.getX())));
            setOnMouseExited(_ -> cursor(OptionalDouble.empty()));
        }
    }

    /// Shows the values of at most the last `most` before `until`, and of a tenth of it at least.
    public void show(Series values, Unit of, Instant until, Duration most) {
        series = values;
        unit = of;
        now = until;
        Duration past =
                values.isEmpty() ? most : Duration.between(values.points().getFirst().at(), until);
        Duration least = most.dividedBy(10);
        window = past.compareTo(most) > 0 ? most : past.compareTo(least) < 0 ? least : past;
        draw();
    }

    /// Lays a light band behind the values where they are expected.
    public void expect(Optional<Band> band) {
        expected = band;
        draw();
    }

    /// Marks moments, such as those of notifications.
    public void mark(List<Instant> moments) {
        markers = List.copyOf(moments);
        draw();
    }

    /// Draws the values as old: thinner and grey.
    public void stale(boolean old) {
        if (stale != old) {
            stale = old;
            draw();
        }
    }

    private void cursor(OptionalDouble x) {
        cursor = x;
        draw();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            draw();
        }
    }

    private void draw() {
        if (canvas.getWidth() < 2 || canvas.getHeight() < 2) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var plot =
                axes
                        ? new Plot(LEFT, TOP, canvas.getWidth() - 8, canvas.getHeight() - BOTTOM)
                        : new Plot(0, 2, canvas.getWidth(), canvas.getHeight() - 2);
        Envelope envelope =
                Envelope.of(series, now.minus(window), now, Math.max(1, (int) plot.width()));
        double top =
                Scale.top(
                        expected.map(band -> Math.max(band.high(), envelope.top()))
                                .orElse(envelope.top()),
                        unit);
        expected.ifPresent(band -> drawBand(g, plot, band, top));
        if (axes) {
            drawGrid(g, plot, top);
            drawMarkers(g, plot);
        }
        drawLine(g, plot, envelope, top);
        if (axes && cursor.isPresent()) {
            drawCursor(g, plot, cursor.getAsDouble());
        }
    }

    private void drawBand(GraphicsContext g, Plot plot, Band band, double top) {
        double upper = Math.floor(plot.y(band.high(), top));
        double height = Math.max(LEAST_BAND, Math.ceil(plot.y(band.low(), top)) - upper);
        g.setFill(usual.color());
        g.fillRect(plot.left(), upper, plot.width(), height);
    }

    private void drawGrid(GraphicsContext g, Plot plot, double top) {
        g.setStroke(grid.color());
        g.setLineWidth(1);
        g.setFill(text.color());
        g.setFont(javafx.scene.text.Font.font("Inter", 12));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i <= RULES; i++) {
            double y = Math.floor(plot.y(top * i / RULES, top)) + 0.5;
            g.strokeLine(plot.left(), y, plot.right(), y);
            g.fillText(Formats.number(top * i / RULES), plot.left() - 8, y);
        }
        g.setTextBaseline(VPos.BOTTOM);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(
                Messages.text("chart.from", Formats.duration(window)),
                plot.left(),
                canvas.getHeight());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Messages.text("chart.now"), plot.right(), canvas.getHeight());
    }

    private void drawMarkers(GraphicsContext g, Plot plot) {
        g.setStroke(alarm.color());
        g.setFill(alarm.color());
        for (Instant at : markers) {
            double share = 1 - (double) Duration.between(at, now).toMillis() / window.toMillis();
            if (share >= 0 && share <= 1) {
                double x = Math.floor(plot.left() + share * plot.width()) + 0.5;
                g.strokeLine(x, plot.top(), x, plot.bottom());
                g.fillPolygon(
                        new double[] {x - 4, x + 4, x},
                        new double[] {plot.top() - 1, plot.top() - 1, plot.top() + 6},
                        3);
            }
        }
    }

    private void drawLine(GraphicsContext g, Plot plot, Envelope envelope, double top) {
        g.setStroke(stale ? text.color() : line.color());
        g.setLineWidth(stale ? 1 : 1.5);
        double lastX = Double.NaN;
        double lastY = 0;
        for (int column = 0; column < envelope.columns(); column++) {
            if (!envelope.has(column)) {
                continue;
            }
            double x = plot.left() + column + 0.5;
            double low = plot.y(envelope.low(column), top);
            double high = plot.y(envelope.high(column), top);
            if (!Double.isNaN(lastX) && x - lastX <= widestGap(plot)) {
                g.strokeLine(lastX, lastY, x, (low + high) / 2);
            }
            if (Math.abs(low - high) > 0.5) {
                g.strokeLine(x, low, x, high);
            }
            lastX = x;
            lastY = (low + high) / 2;
        }
    }

    /// What lies this far apart no line bridges: three times what is usual, five seconds at least.
    private long gapMs() {
        int steps = Math.max(1, series.points().size() - 1);
        return Math.max(LEAST_GAP_MS, 3 * series.span().toMillis() / steps);
    }

    private double widestGap(Plot plot) {
        return Math.max(2, plot.width() * gapMs() / window.toMillis());
    }

    private void drawCursor(GraphicsContext g, Plot plot, double x) {
        double share = (x - plot.left()) / plot.width();
        if (share < 0 || share > 1) {
            return;
        }
        Instant at = now.minusMillis((long) ((1 - share) * window.toMillis()));
        series.points().stream()
                .min(
                        (a, b) ->
                                Duration.between(a.at(), at)
                                        .abs()
                                        .compareTo(Duration.between(b.at(), at).abs()))
                .filter(point -> Duration.between(point.at(), at).abs().toMillis() < gapMs())
                .ifPresent(
                        point -> {
                            g.setStroke(text.color());
                            g.setLineWidth(1);
                            g.strokeLine(x, plot.top(), x, plot.bottom());
                            g.setFill(line.color());
                            g.setTextBaseline(VPos.TOP);
                            boolean right = share > 0.7;
                            g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
                            g.fillText(
                                    Formats.value(point.value(), unit)
                                            + "  "
                                            + Formats.clock(point.at()),
                                    right ? x - 8 : x + 8,
                                    plot.top());
                        });
    }

    private record Plot(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double y(double value, double topValue) {
            return bottom - Math.clamp(value / topValue, 0, 1) * (bottom - top);
        }
    }
}
