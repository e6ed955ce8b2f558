package io.hotlens.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Labels in the few styles the window has.
public final class Words {

    private Words() {}

    /// The largest text: one sentence that answers the screen's question.
    public static Label headline(String text) {
        return wrapped(text, "headline");
    }

    /// A headline that may come from the target and be long: two lines, the whole in the hint.
    public static Label shortHeadline() {
        Label label = headline("");
        label.setMinHeight(0);
        label.getStyleClass().add("two-lines");
        label.textProperty().subscribe(Hint.on(label)::say);
        return label;
    }

    /// The title of a part of a screen.
    public static Label heading(String text) {
        return label(text, "heading");
    }

    public static Label strong(String text) {
        return label(text, "strong");
    }

    public static Label muted(String text) {
        return label(text, "muted");
    }

    /// Small grey text: units, ages, hints.
    public static Label small(String text) {
        return label(text, "small");
    }

    /// A text on several lines, as wide as its parent.
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /// A small rounded text: a skill, a count, a type.
    public static Label chip(String text, String... styles) {
        Label label = label(text, styles);
        label.getStyleClass().add("chip");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Takes what room is left in a row.
    public static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A node that is there only while `shown`.
    public static <N extends Node> N shown(N node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
        return node;
    }
}
