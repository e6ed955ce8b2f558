package io.hotlens.ui.shell;

import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The field for what worries the user, and the button; while an investigation runs, its present
/// step and Cancel.
final class InvestigateBar {

    private InvestigateBar() {}

    /// @param started called when the user has started one
    static VBox of(InvestigateCommand command, Runnable started) {
        var field = new TextField();
        field.setId("reason");
        field.setPromptText(Messages.text("investigate.prompt"));
        field.setAccessibleText(Messages.text("investigate.prompt"));
        field.textProperty().bindBidirectional(command.reason());
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable start =
                () -> {
                    command.start();
                    started.run();
                };
        field.setOnAction(_ -> start.run());
        field.disableProperty().bind(command.running());
        var go = new Button(Messages.text("investigate.button"));
        go.setId("investigate");
        go.getStyleClass().add("accent");
        go.setMinWidth(Button.USE_PREF_SIZE);
        go.setOnAction(_ -> start.run());
        go.disableProperty().bind(command.over());
        var cancel = new Button(Messages.text("investigate.cancel"));
        cancel.setId("cancel");
        cancel.getStyleClass().add("danger");
        cancel.setMinWidth(Button.USE_PREF_SIZE);
        cancel.setOnAction(_ -> command.cancel());
        var row = new HBox(8, field, go, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        Showing.follow(
                row,
                command.running(),
                running -> {
                    Words.shown(go, !running);
                    Words.shown(cancel, running);
                });
        return new VBox(4, row, progress(command), trouble(command));
    }

    private static HBox progress(InvestigateCommand command) {
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(96);
        Label step = Words.small("");
        step.setId("current-step");
        step.textProperty().bind(command.step());
        var row = new HBox(8, bar, step);
        row.setAlignment(Pos.CENTER_LEFT);
        Showing.follow(row, command.running(), running -> Words.shown(row, running));
        return row;
    }

    private static Label trouble(InvestigateCommand command) {
        Label text = Words.wrapped("", "danger-text");
        Showing.follow(
                text,
                command.problem(),
                problem ->
                        Words.shown(text, problem.isPresent())
                                .setText(problem.map(p -> p.sentence()).orElse("")));
        return text;
    }
}
