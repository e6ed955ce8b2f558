package io.hotlens.ui.control;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.util.Optional;

/// What mouse and keys do to a chart: drag to zoom, drag with Shift to move, wheel to zoom while it
/// has the focus or with Ctrl, click on a mark to open it, double click to go back to now.
final class ChartGestures {

    private static final double ZOOM = 0.75;
    private static final double STEP = 0.02;
    private static final double PAN = 0.25;
    private static final double DRAG = 4;

    private final TimeChart chart;
    private final ChartTime time;
    private Optional<Double> pressed = Optional.empty();
    private double last;
    private boolean pans;

    private ChartGestures(TimeChart chart, ChartTime time) {
        this.chart = chart;
        this.time = time;
    }

    static void listen(TimeChart chart, ChartTime time) {
        var gestures = new ChartGestures(chart, time);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, _ -> gestures.hover());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::release);
        chart.addEventHandler(ScrollEvent.SCROLL, gestures::scroll);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, gestures::key);
    }

    private void hover() {
        chart.setCursor(chart.markAtCursor().isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressed = Optional.of(event.getX());
            last = event.getX();
            pans = event.isShiftDown();
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        chart.plot()
                .filter(_ -> pressed.isPresent())
                .ifPresent(
                        plot -> {
                            if (pans) {
                                time.pan((last - event.getX()) / plot.width());
                                last = event.getX();
                            } else {
                                chart.choose(
                                        Optional.of(
                                                new ChartCrosshair.Stretch(
                                                        pressed.get(), event.getX())));
                            }
                        });
    }

    private void release(MouseEvent event) {
        Optional<Double> begin = pressed;
        pressed = Optional.empty();
        chart.choose(Optional.empty());
        if (begin.isEmpty() || pans) {
            return;
        }
        if (Math.abs(event.getX() - begin.get()) >= DRAG) {
            chart.plot().ifPresent(plot -> time.show(plot.at(begin.get()), plot.at(event.getX())));
        } else if (event.getClickCount() == 2) {
            time.toNow();
        } else {
            chart.plot().ifPresent(plot -> time.cursor().set(Optional.of(plot.at(event.getX()))));
            chart.markAtCursor().ifPresent(mark -> mark.open().run());
        }
    }

    private void scroll(ScrollEvent event) {
        boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (sideways) {
            chart.plot().ifPresent(plot -> time.pan(-event.getDeltaX() / plot.width()));
            event.consume();
        } else if (event.getDeltaY() != 0 && (chart.isFocused() || event.isShortcutDown())) {
            chart.plot()
                    .ifPresent(
                            plot ->
                                    time.zoom(
                                            event.getDeltaY() > 0 ? ZOOM : 1 / ZOOM,
                                            plot.at(event.getX())));
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        Shortcut.of(ChartKey.values(), event)
                .ifPresent(
                        key -> {
                            act(key);
                            event.consume();
                        });
    }

    private void act(ChartKey key) {
        switch (key) {
            case EARLIER -> time.moveCursor(-STEP);
            case LATER -> time.moveCursor(STEP);
            case PAN_EARLIER -> time.pan(-PAN);
            case PAN_LATER -> time.pan(PAN);
            case ZOOM_IN -> time.zoomAtCursor(ZOOM);
            case ZOOM_OUT -> time.zoomAtCursor(1 / ZOOM);
            case NOW -> time.toNow();
            case MARK_BEFORE -> chart.cursorToMark(false);
            case MARK_AFTER -> chart.cursorToMark(true);
            case OPEN -> chart.markAtCursor().ifPresent(mark -> mark.open().run());
        }
    }
}
