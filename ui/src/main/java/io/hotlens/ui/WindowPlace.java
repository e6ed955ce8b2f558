package io.hotlens.ui;

import io.hotlens.ui.WindowMemory.Place;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Where the window stands, also while it fills the screen. Belongs to the JavaFX thread.
final class WindowPlace {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /// So much of the window must be on a screen for it to be found and moved.
    private static final double SEEN = 120;

    private final Stage stage;
    private Place last = new Place(0, 0, WIDTH, HEIGHT, false);
    private boolean moved;

    WindowPlace(Stage stage) {
        this.stage = stage;
        stage.xProperty().subscribe(_ -> look());
        stage.yProperty().subscribe(_ -> look());
        stage.widthProperty().subscribe(_ -> look());
        stage.heightProperty().subscribe(_ -> look());
    }

    private void look() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            last =
                    new Place(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            moved = true;
        }
    }

    /// Where it stands; empty when it was never shown.
    Optional<Place> now() {
        return moved || stage.isMaximized()
                ? Optional.of(
                        new Place(
                                last.x(),
                                last.y(),
                                last.width(),
                                last.height(),
                                stage.isMaximized()))
                : Optional.empty();
    }

    /// Puts the window where it stood, as far as that is on a screen, else to its usual place.
    void restore(Optional<Place> before) {
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        Optional<Place> wanted = before.filter(place -> isSeen(place, bounds()));
        wanted.ifPresent(
                place -> {
                    stage.setX(place.x());
                    stage.setY(place.y());
                    last = place;
                    moved = true;
                });
        size(stage::setWidth, wanted.map(Place::width).orElse(WIDTH), primary.getWidth(), wanted);
        size(
                stage::setHeight,
                wanted.map(Place::height).orElse(HEIGHT),
                primary.getHeight(),
                wanted);
        stage.setMaximized(wanted.filter(Place::maximized).isPresent());
    }

    /// The usual size must fit the screen; a size that was chosen is taken as it is.
    private static void size(
            DoubleConsumer setter, double length, double most, Optional<Place> chosen) {
        setter.accept(chosen.isPresent() ? length : Math.min(length, most));
    }

    private static List<Rectangle2D> bounds() {
        return Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
    }

    /// Whether enough of the window's upper edge is on one of the screens.
    static boolean isSeen(Place place, List<Rectangle2D> screens) {
        var edge = new Rectangle2D(place.x(), place.y(), Math.max(1, place.width()), SEEN / 4);
        return screens.stream()
                .anyMatch(
                        screen ->
                                screen.intersects(edge)
                                        && overlap(edge, screen) >= Math.min(SEEN, place.width())
                                        && edge.getMinY() >= screen.getMinY());
    }

    private static double overlap(Rectangle2D one, Rectangle2D other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    }
}
