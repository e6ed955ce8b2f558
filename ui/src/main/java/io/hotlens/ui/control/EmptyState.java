package io.hotlens.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where nothing is yet: what will be here, and the next step.
public final class EmptyState {

    private EmptyState() {}

    public static VBox of(Ikon icon, String title, String next) {
        var image = new FontIcon(icon);
        image.getStyleClass().add("empty-icon");
        Label sentence = Words.wrapped(next, "muted", "centered");
        sentence.setMaxWidth(420);
        var box = new VBox(8, image, Words.label(title, "heading"), sentence);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
