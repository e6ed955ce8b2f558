package io.hotlens.ui.settings;

import io.hotlens.skills.monitor.MonitorSettings;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the monitor starts by itself, how it judges, and the user's own rules.
final class MonitorPane {

    private static final double NUMBER = 176;

    private final MonitorForm form;
    private final VBox rules = new VBox(8);
    private final VBox root;

    MonitorPane(MonitorForm form) {
        this.form = form;
        root =
                Fields.section(
                        Messages.text("settings.monitor"),
                        Messages.text("settings.monitor_next"),
                        byItself(),
                        alerts(),
                        numbers(),
                        Fields.saving(
                                "monitor",
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

    private VBox byItself() {
        CheckBox on =
                choice("auto_trigger", Messages.text("settings.auto_trigger"), form.autoTrigger());
        VBox most =
                Fields.named(
                        Messages.text("settings.per_hour"),
                        number("triggers_per_hour", form.perHour()),
                        form.perHour().wrong());
        most.disableProperty().bind(form.autoTrigger().not());
        var under =
                new VBox(
                        8,
                        Words.wrapped(Messages.text("settings.auto_trigger_says"), "small"),
                        most);
        under.getStyleClass().add("under-choice");
        return new VBox(2, on, under);
    }

    private VBox alerts() {
        form.alerts().rows().addListener((ListChangeListener<Entry>) _ -> showRules());
        showRules();
        return new VBox(
                8,
                Words.strong(Messages.text("settings.alerts")),
                Words.wrapped(Messages.text("settings.alerts_says"), "small"),
                rules,
                Fields.button("add-alert", Messages.text("settings.alert_add"), form.alerts()::add),
                choice(
                        "alerts_trigger",
                        Messages.text("settings.alerts_trigger"),
                        form.alertsTrigger()));
    }

    private void showRules() {
        rules.getChildren().clear();
        int number = 1;
        for (Entry row : form.alerts().rows()) {
            rules.getChildren().add(rule(row, number));
            number++;
        }
        Words.shown(rules, number > 1);
    }

    private VBox rule(Entry row, int number) {
        String id = "alert-" + number;
        TextField field = Fields.text(new TextField(), id, row.text());
        field.setAccessibleText(Messages.text("settings.alert", number));
        field.setPromptText(Messages.text("settings.alert_prompt"));
        field.setOnAction(_ -> form.save());
        HBox.setHgrow(field, Priority.ALWAYS);
        var line =
                new HBox(
                        8,
                        field,
                        Fields.button(
                                "remove-" + id,
                                Messages.text("settings.remove"),
                                () -> form.alerts().remove(row),
                                "flat"));
        line.setMaxWidth(560);
        return new VBox(4, line, Fields.wrong(id + "-wrong", row.wrong()));
    }

    private VBox numbers() {
        var grid = new GridPane(16, 8);
        int row = 0;
        for (String name : MonitorForm.NAMES) {
            Entry entry = form.number(name);
            var says =
                    new VBox(
                            2,
                            Words.label(name, "mono-small"),
                            Words.wrapped(meaning(name), "small"));
            says.setPrefWidth(384);
            Node field =
                    new VBox(4, number(name, entry), Fields.wrong(name + "-wrong", entry.wrong()));
            GridPane.setValignment(says, VPos.TOP);
            grid.add(says, 0, row);
            grid.add(field, 1, row);
            row++;
        }
        return new VBox(
                8,
                Words.strong(Messages.text("settings.detector")),
                Words.wrapped(Messages.text("settings.detector_says"), "small"),
                grid);
    }

    private static String meaning(String name) {
        return switch (name) {
            case MonitorSettings.COLLECTION_INTERVAL_MS -> Messages.text("settings.interval");
            case MonitorSettings.LEARNING_DURATION_MS -> Messages.text("settings.learning");
            case MonitorSettings.Z_THRESHOLD -> Messages.text("settings.threshold");
            case MonitorSettings.CONSECUTIVE_REQUIRED -> Messages.text("settings.consecutive");
            case MonitorSettings.COOLDOWN_DURATION_MS -> Messages.text("settings.cooldown");
            default -> throw new IllegalArgumentException("no setting is called " + name);
        };
    }

    private TextField number(String id, Entry entry) {
        TextField field = Fields.text(new TextField(), id, entry.text());
        field.setAccessibleText(id);
        field.setOnAction(_ -> form.save());
        field.setMaxWidth(NUMBER);
        return field;
    }

    private static CheckBox choice(String id, String title, BooleanProperty on) {
        var box = new CheckBox(title);
        box.setId(id);
        box.selectedProperty().bindBidirectional(on);
        return box;
    }
}
