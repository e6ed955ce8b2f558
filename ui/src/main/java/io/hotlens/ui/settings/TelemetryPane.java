package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where the steps of each run are written and sent.
final class TelemetryPane {

    private final TelemetryForm form;
    private final VBox root;

    TelemetryPane(TelemetryForm form) {
        this.form = form;
        root =
                Fields.section(
                        Messages.text("settings.telemetry"),
                        Messages.text("settings.telemetry_next"),
                        choice(
                                "telemetry-file",
                                Messages.text("settings.to_file"),
                                Messages.text("settings.to_file_says"),
                                new Choice(form.toFile(), form.file(), form.wrongFile())),
                        choice(
                                "telemetry-url",
                                Messages.text("settings.to_collector"),
                                Messages.text("settings.to_collector_says"),
                                new Choice(form.toCollector(), form.url(), form.wrongUrl())),
                        Fields.saving(
                                "telemetry",
                                form.changed(),
                                new String[] {
                                    Messages.text("settings.save"), Messages.text("settings.undo")
                                },
                                form::save,
                                form::reset));
    }

    VBox node() {
        return root;
    }

    /// A tick box with its field and what is wrong with it.
    private record Choice(
            BooleanProperty on, StringProperty value, ObservableValue<String> wrong) {}

    private VBox choice(String id, String title, String says, Choice entry) {
        var box = new CheckBox(title);
        box.setId(id + "-on");
        box.selectedProperty().bindBidirectional(entry.on());
        TextField field = Fields.text(new TextField(), id, entry.value());
        field.setAccessibleText(title);
        field.setPromptText(Messages.text("settings.file_prompt"));
        field.setOnAction(_ -> form.save());
        field.setMaxWidth(560);
        field.disableProperty().bind(entry.on().not());
        var under =
                new VBox(
                        4,
                        Words.wrapped(says, "small"),
                        field,
                        Fields.wrong(id + "-wrong", entry.wrong()));
        under.getStyleClass().add("under-choice");
        return new VBox(2, box, under);
    }
}
