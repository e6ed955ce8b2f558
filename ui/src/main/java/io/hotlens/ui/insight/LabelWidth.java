package io.hotlens.ui.insight;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide the small texts of a graph are. Safe from any thread, since its nodes are in no scene.
final class LabelWidth {

    private static final Font SMALL = Font.font("Inter", 12);

    private LabelWidth() {}

    /// @return in pixels before any zoom
    static double of(String text) {
        var written = new Text(text);
        written.setFont(SMALL);
        return written.getLayoutBounds().getWidth();
    }
}
