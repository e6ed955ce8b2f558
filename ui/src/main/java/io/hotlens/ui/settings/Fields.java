package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Fields with their names above and what is wrong with them below.
final class Fields {

    private Fields() {}

    static <F extends TextField> F text(F field, String id, StringProperty value) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static VBox named(String name, Control field) {
        Label label = Words.small(name);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    static VBox named(String name, Control field, ObservableValue<String> wrong) {
        VBox box = named(name, field);
        box.getChildren().add(wrong(field.getId() + "-wrong", wrong));
        return box;
    }

    /// A sentence that is there while something is wrong.
    static Label wrong(String id, ObservableValue<String> sentence) {
        Label label = Words.wrapped("", "danger-text", "field-note");
        label.setId(id);
        sentence.subscribe(text -> Words.shown(label, !text.isEmpty()).setText(text));
        return label;
    }

    static Button button(String id, String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Save and Undo, which can be pressed while something is not saved.
    static HBox saving(
            String id,
            ObservableValue<Boolean> changed,
            String[] texts,
            Runnable save,
            Runnable undo) {
        Button first = button(id + "-save", texts[0], save, "accent");
        Button second = button(id + "-undo", texts[1], undo, "flat");
        changed.subscribe(
                now -> {
                    first.setDisable(!now);
                    second.setDisable(!now);
                });
        return new HBox(8, first, second);
    }

    /// A part of the screen: its heading, one sentence, and what can be chosen.
    static VBox section(String heading, String sentence, Node... content) {
        var box =
                new VBox(16, new VBox(4, Words.heading(heading), Words.wrapped(sentence, "muted")));
        box.getChildren().addAll(content);
        return box;
    }
}
