package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Whether investigations are kept, for how long and in how much room.
final class HistoryPane {

    private static final double NUMBER = 160;

    private final HistoryForm form;
    private final VBox root;

    HistoryPane(HistoryForm form) {
        this.form = form;
        var on = new CheckBox(Messages.text("settings.keep_history"));
        on.setId("history-on");
        on.selectedProperty().bindBidirectional(form.on());
        var limits =
                new HBox(
                        16,
                        field(
                                "history-days",
                                Messages.text("settings.history_days"),
                                form.days(),
                                form.wrongDays()),
                        field(
                                "history-megabytes",
                                Messages.text("settings.history_megabytes"),
                                form.megabytes(),
                                form.wrongMegabytes()));
        root =
                Fields.section(
                        Messages.text("settings.history"),
                        Messages.text("settings.history_next"),
                        on,
                        limits,
                        Words.wrapped(Messages.text("settings.history_says"), "small"),
                        Fields.saving(
                                "history",
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

    private VBox field(
            String id, String title, StringProperty value, ObservableValue<String> wrong) {
        TextField field = Fields.text(new TextField(), id, value);
        field.setMaxWidth(NUMBER);
        field.setOnAction(_ -> form.save());
        return Fields.named(title, field, wrong);
    }
}
