package io.hotlens.ui.settings;

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
                                form.toFile(),
                                form.file(),
                                form.wrongFile()),
                        choice(
                                "telemetry-url",
                                Messages.text("settings.to_collector"),
                                form.toCollector(),
                                form.url(),
                                form.wrongUrl()),
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

    private VBox choice(
            String id,
            String title,
            BooleanProperty on,
            StringProperty value,
            ObservableValue<String> wrong) {
        var box = new CheckBox(title);
        box.setId(id + "-on");
        box.selectedProperty().bindBidirectional(on);
        TextField field = Fields.text(new TextField(), id, value);
        field.setAccessibleText(title);
        field.setPromptText(Messages.text("settings.file_prompt"));
        field.setOnAction(_ -> form.save());
        field.setMaxWidth(560);
        field.disableProperty().bind(on.not());
        var under = new VBox(4, field, Fields.wrong(id + "-wrong", wrong));
        under.getStyleClass().add("under-choice");
        return new VBox(4, box, under);
    }
}
