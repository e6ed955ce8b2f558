package io.hotlens.ui.control;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

import java.util.Locale;

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

    /// The colour as CSS and SVG write it.
    public String web() {
        Color color = color();
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
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
