package io.hotlens.ui.console;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks what the skill is called that the script is to become; under the bar of the console until
/// it is made or left.
final class SkillForm {

    private final TextField id = field("skill-id");
    private final TextField title = field("skill-title");
    private final Label wrong = Words.wrapped("", "danger-text");
    private final VBox root;

    SkillForm(ScriptDesk desk) {
        wrong.setId("skill-wrong");
        var make = new Button(Messages.text("console.make"));
        make.setId("skill-make");
        make.getStyleClass().add("accent");
        make.setOnAction(
                _ -> desk.makeSkill(id.getText(), title.getText(), this::hide, this::complain));
        id.setOnAction(_ -> make.fire());
        title.setOnAction(_ -> make.fire());
        var leave = new Button(Messages.text("settings.cancel"));
        leave.setOnAction(_ -> hide());
        var row =
                new FlowPane(
                        12,
                        8,
                        named("console.skill_id", id),
                        named("console.skill_title", title),
                        make,
                        leave);
        row.setRowValignment(VPos.BOTTOM);
        row.setAlignment(Pos.BOTTOM_LEFT);
        root = new VBox(8, Words.wrapped(Messages.text("console.skill_says"), "small"), row, wrong);
        root.getStyleClass().add("card");
        root.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        hide();
                        key.consume();
                    }
                });
        hide();
    }

    VBox node() {
        return root;
    }

    void show() {
        complain("");
        Words.shown(root, true);
        id.requestFocus();
    }

    private void hide() {
        Words.shown(root, false);
    }

    private void complain(String sentence) {
        Words.shown(wrong, !sentence.isEmpty()).setText(sentence);
    }

    private static TextField field(String name) {
        var field = new TextField();
        field.setId(name);
        return field;
    }

    private static VBox named(String key, TextField field) {
        Label label = Words.small(Messages.text(key));
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }
}
