package io.hotlens.ui.control;

import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.monitor.Band;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Values over time on a canvas, with the least and greatest value of each pixel column. It is
/// drawn once a frame at most, and only while it is in a window. Belongs to the JavaFX thread.
public final class TimeChart extends Region {

    private static final double NEAR = 6;

    private final ChartTime time;
    private final ChartInks inks = new ChartInks(this::redraw);
    private final ChartPaint paint;
    private final ChartCrosshair crosshair;
    private final Surface surface = new Surface();
    private ChartContent content = ChartContent.NONE;
    private Optional<ChartCrosshair.Stretch> chosen = Optional.empty();
    private boolean outdated = true;

    /// A bare line without axes, for a tile.
    public static TimeChart spark(ChartTime time) {
        return new TimeChart(time, false);
    }

    /// With axes and marks; it can be zoomed, moved and pointed at.
    public static TimeChart large(ChartTime time) {
        var chart = new TimeChart(time, true);
        chart.setFocusTraversable(true);
        ChartGestures.listen(chart, time);
        return chart;
    }

    private TimeChart(ChartTime time, boolean axes) {
        this.time = time;
        paint = new ChartPaint(inks, axes);
        crosshair = new ChartCrosshair(inks, axes);
        getStyleClass().add("time-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        surface.setManaged(false);
        getChildren().add(surface);
        getChildren().addAll(inks.nodes());
        Showing.follow(this, time.range(), _ -> redraw());
        Showing.follow(this, time.cursor(), _ -> surface.requestLayout());
        setOnMouseExited(_ -> time.cursor().set(Optional.empty()));
        setOnMouseMoved(event -> time.cursor().set(plot().map(plot -> plot.at(event.getX()))));
    }

    /// Shows lines over the chart's time.
    public void show(List<ChartLine> lines, Unit unit) {
        content = content.with(lines, unit);
        redraw();
    }

    /// Lays a light band behind the values where those of the first line are expected.
    public void expect(Optional<Band> band) {
        content = content.expecting(band);
        redraw();
    }

    /// Marks moments that lead somewhere.
    public void mark(List<ChartMark> moments) {
        content = content.marked(moments);
        redraw();
    }

    /// Draws the values as old: thinner and grey.
    public void stale(boolean old) {
        if (content.stale() != old) {
            content = content.stale(old);
            redraw();
        }
    }

    /// Where it was drawn last; empty before it was.
    Optional<ChartPlot> plot() {
        return surface.plot;
    }

    /// The mark beside the cursor, if there is one.
    Optional<ChartMark> markAtCursor() {
        return plot().flatMap(
                        plot ->
                                time.cursor()
                                        .get()
                                        .flatMap(
                                                cursor ->
                                                        content.marks().stream()
                                                                .filter(
                                                                        m ->
                                                                                isNear(
                                                                                        plot, m,
                                                                                        cursor))
                                                                .min(nearest(cursor))));
    }

    /// The mark that is told in words: by the chart that is pointed with, not by all beside it.
    private Optional<ChartMark> told() {
        return isHover() || isFocused() ? markAtCursor() : Optional.empty();
    }

    private static boolean isNear(ChartPlot plot, ChartMark mark, Instant cursor) {
        return plot.range().contains(mark.at())
                && Math.abs(plot.x(mark.at()) - plot.x(cursor)) <= NEAR;
    }

    private static Comparator<ChartMark> nearest(Instant to) {
        return Comparator.comparing(mark -> java.time.Duration.between(mark.at(), to).abs());
    }

    /// Points at the next mark before or after the cursor, as far as it is shown.
    void cursorToMark(boolean later) {
        ChartTime.Range range = time.range().get();
        Instant cursor = time.cursor().get().orElse(later ? range.from() : range.to());
        Comparator<ChartMark> order = Comparator.comparing(ChartMark::at);
        content.marks().stream()
                .filter(mark -> range.contains(mark.at()))
                .filter(mark -> later ? mark.at().isAfter(cursor) : mark.at().isBefore(cursor))
                .min(later ? order : order.reversed())
                .ifPresent(mark -> time.cursor().set(Optional.of(mark.at())));
    }

    /// Shows which pixels a stretch is being chosen between.
    void choose(Optional<ChartCrosshair.Stretch> ends) {
        chosen = ends;
        surface.requestLayout();
    }

    private void redraw() {
        outdated = true;
        surface.requestLayout();
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, Math.floor(getWidth()), Math.floor(getHeight()));
    }

    /// What is drawn on, apart from the layout of the window: drawing it again moves nothing else.
    private final class Surface extends Region {
        private Canvas below = new Canvas();
        private Canvas above = new Canvas();
        private Optional<ChartPlot> plot = Optional.empty();

        Surface() {
            sceneProperty().subscribe(scene -> renew(scene != null));
        }

        /// The pixels of a chart that has left the window are given back.
        private void renew(boolean inWindow) {
            getChildren().clear();
            if (inWindow) {
                below = new Canvas();
                above = new Canvas();
                getChildren().addAll(below, above);
                redraw();
            }
        }

        @Override
        protected void layoutChildren() {
            if (getWidth() < 2 || getHeight() < 2) {
                return;
            }
            if (below.getWidth() != getWidth() || below.getHeight() != getHeight()) {
                below.setWidth(getWidth());
                below.setHeight(getHeight());
                outdated = true;
            }
            if (outdated) {
                outdated = false;
                plot =
                        Optional.of(
                                paint.draw(
                                        below.getGraphicsContext2D(),
                                        content,
                                        time.range().get(),
                                        !time.isHeld()));
            }
            var pointer = new ChartCrosshair.Pointer(time.cursor().get(), told(), chosen);
            above.setWidth(pointer.isAway() ? 0 : getWidth());
            above.setHeight(pointer.isAway() ? 0 : getHeight());
            if (!pointer.isAway()) {
                plot.ifPresent(
                        where ->
                                crosshair.draw(
                                        above.getGraphicsContext2D(), where, content, pointer));
            }
        }
    }
}
