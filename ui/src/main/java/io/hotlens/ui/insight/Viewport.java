package io.hotlens.ui.insight;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/// A window onto something larger: dragged, and zoomed by Ctrl and the wheel. Until it is moved it
/// shows as much as can still be read, from the upper left corner. Belongs to the JavaFX thread.
final class Viewport extends Pane {

    private static final double LEAST = 0.1;
    private static final double MOST = 3;
    private static final double STEP = 1.25;
    private static final double READABLE = 0.75;
    private static final double LOWEST = 160;
    private static final double HIGHEST = 480;
    private static final double MARGIN = 8;

    private final Group content;
    private final Scale scale = new Scale(1, 1);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private boolean moved;
    private Point2D grabbed = Point2D.ZERO;

    Viewport(Node shown) {
        content = new Group(shown);
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
        getStyleClass().add("graph-frame");
        setMinHeight(LOWEST);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().subscribe(this::begin);
        heightProperty().subscribe(this::begin);
        content.layoutBoundsProperty().subscribe(this::grown);
        setOnMousePressed(event -> grabbed = new Point2D(event.getX(), event.getY()));
        setOnMouseDragged(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        var now = new Point2D(event.getX(), event.getY());
                        move(now.subtract(grabbed));
                        grabbed = now;
                    }
                });
        addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        addEventFilter(ZoomEvent.ZOOM, this::pinched);
    }

    /// How much larger than life, 1 at first.
    ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    void closer() {
        zoomTo(zoom.get() * STEP, middle());
    }

    void farther() {
        zoomTo(zoom.get() / STEP, middle());
    }

    /// Shows all of it, but no larger than life.
    void whole() {
        moved = false;
        place(Math.clamp(fitting(), LEAST, 1));
    }

    /// Moves so far that all of a node within can be seen.
    void reveal(Node node) {
        Bounds there = sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double x = into(there.getMinX(), there.getMaxX(), getWidth());
        double y = into(there.getMinY(), there.getMaxY(), getHeight());
        if (x != 0 || y != 0) {
            move(new Point2D(x, y));
        }
    }

    private static double into(double from, double to, double room) {
        if (from < MARGIN) {
            return MARGIN - from;
        }
        return to > room - MARGIN ? Math.max(room - MARGIN - to, MARGIN - from) : 0;
    }

    private Point2D middle() {
        return new Point2D(getWidth() / 2, getHeight() / 2);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            zoomTo(
                    zoom.get() * (event.getDeltaY() > 0 ? STEP : 1 / STEP),
                    new Point2D(event.getX(), event.getY()));
            event.consume();
        }
    }

    private void pinched(ZoomEvent event) {
        zoomTo(zoom.get() * event.getZoomFactor(), new Point2D(event.getX(), event.getY()));
        event.consume();
    }

    private void move(Point2D by) {
        moved = true;
        content.setTranslateX(content.getTranslateX() + by.getX());
        content.setTranslateY(content.getTranslateY() + by.getY());
    }

    /// @param still the point that stays where it is
    private void zoomTo(double wanted, Point2D still) {
        double next = Math.clamp(wanted, LEAST, MOST);
        double by = next / zoom.get();
        show(next);
        move(
                new Point2D(
                        (1 - by) * (still.getX() - content.getTranslateX()),
                        (1 - by) * (still.getY() - content.getTranslateY())));
    }

    private void show(double next) {
        zoom.set(next);
        scale.setX(next);
        scale.setY(next);
    }

    private double fitting() {
        Bounds all = content.getLayoutBounds();
        return Math.min(
                getWidth() / Math.max(1, all.getWidth()),
                getHeight() / Math.max(1, all.getHeight()));
    }

    private void grown() {
        begin();
        requestLayout();
    }

    private void begin() {
        if (!moved && getWidth() > 0) {
            place(readable(getWidth()));
        }
    }

    /// As large as the width allows, but never too small to read nor larger than life.
    private double readable(double width) {
        return Math.clamp(width / Math.max(1, content.getLayoutBounds().getWidth()), READABLE, 1);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double high = content.getLayoutBounds().getHeight();
        return Math.clamp(high * readable(width) + 2 * MARGIN, LOWEST, HIGHEST);
    }

    /// In the middle of the height when there is room, at the left and upper edge otherwise.
    private void place(double wanted) {
        show(wanted);
        Bounds all = content.getLayoutBounds();
        content.setTranslateX(-all.getMinX() * wanted);
        content.setTranslateY(
                Math.max(0, (getHeight() - all.getHeight() * wanted) / 2) - all.getMinY() * wanted);
    }
}
