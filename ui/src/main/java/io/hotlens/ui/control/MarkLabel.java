package io.hotlens.ui.control;

import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

/// A state as shape and word.
public final class MarkLabel {

    private final SVGPath shape = new SVGPath();
    private final Label label = Words.label("", "mark-label");

    public MarkLabel(Mark mark) {
        label.setGraphic(shape);
        label.setMinWidth(Label.USE_PREF_SIZE);
        show(mark);
    }

    public void show(Mark mark) {
        mark.show(shape);
        label.setText(mark.word());
    }

    public Label node() {
        return label;
    }
}
