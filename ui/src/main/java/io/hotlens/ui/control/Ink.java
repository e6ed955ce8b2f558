package io.hotlens.ui.control;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

/// A colour of the theme for drawing on a canvas: an unseen line whose stroke the style sheet sets.
public final class Ink {

    private final Line line = new Line();

    public Ink(String styleClass, Runnable onChange) {
        line.getStyleClass().add(styleClass);
        line.setManaged(false);
        line.setOpacity(0);
        line.setMouseTransparent(true);
        line.strokeProperty().addListener((_, _, _) -> onChange.run());
    }

    /// Must be a child of the node that draws, so that the style sheet reaches it.
    public Line node() {
        return line;
    }

    public Color color() {
        Paint stroke = line.getStroke();
        return stroke instanceof Color color ? color : Color.GRAY;
    }

    Color color(double opacity) {
        Color color = color();
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }
}
