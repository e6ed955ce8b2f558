package io.hotlens.ui.inbox;

import io.hotlens.app.notification.NotificationStatus;
import io.hotlens.app.notification.Severity;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.text.Terms;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What is shown of the inbox: text, status, severity, skill, age, equal reports as one.
final class FilterBar {

    private static final List<Duration> AGES =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1));

    private final InboxViewModel model;
    private final TextField text = new TextField();
    private final FlowPane root;

    /// @param leave called when Enter is pressed in the text
    FilterBar(InboxViewModel model, Runnable leave) {
        this.model = model;
        text.setId("inbox-filter");
        text.setPromptText(Messages.text("inbox.filter"));
        text.setAccessibleText(Messages.text("inbox.filter"));
        text.textProperty().addListener((_, _, now) -> model.filter(f -> f.text(now)));
        Showing.follow(text, model.filter(), now -> take(now.text()));
        text.setPrefColumnCount(14);
        text.setOnAction(_ -> leave.run());
        root = new FlowPane(8, 8, text, statuses(), severities(), skills(), ages(), grouping());
        root.setRowValignment(VPos.CENTER);
    }

    Node node() {
        return root;
    }

    TextField text() {
        return text;
    }

    private void take(String wanted) {
        if (!wanted.equals(text.getText())) {
            text.setText(wanted);
        }
    }

    private HBox statuses() {
        var group = new ToggleGroup();
        var row = new HBox(4, status(Optional.empty(), group));
        for (NotificationStatus status : NotificationStatus.values()) {
            row.getChildren().add(status(Optional.of(status), group));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ToggleButton status(Optional<NotificationStatus> status, ToggleGroup group) {
        var button = new ToggleButton();
        button.setId("status-" + status.map(NotificationStatus::word).orElse("all"));
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    model.filter(f -> f.status(status));
                });
        Showing.follow(
                button, model.filter(), now -> button.setSelected(now.status().equals(status)));
        Showing.follow(
                button,
                model.counts(),
                counts ->
                        button.setText(
                                Messages.text(
                                        "inbox.choice",
                                        status.<String>map(Terms::of)
                                                .orElse(Messages.text("inbox.all")),
                                        status.map(counts::of).orElse(counts.all()))));
        return button;
    }

    private ChoiceBox<Optional<Severity>> severities() {
        ChoiceBox<Optional<Severity>> box =
                choice(
                        "inbox-severity",
                        Messages.text("inbox.severity"),
                        severity ->
                                Messages.text(
                                        "inbox.choice",
                                        Terms.of(severity),
                                        model.counts().get().of(severity)),
                        Messages.text("inbox.any_severity"));
        Showing.follow(
                box,
                model.counts(),
                _ ->
                        fill(
                                box,
                                List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO),
                                model.filter().get().severity()));
        box.setOnAction(_ -> chosen(box).ifPresent(s -> model.filter(f -> f.severity(s))));
        Showing.follow(box, model.filter(), now -> box.setValue(now.severity()));
        return box;
    }

    private ChoiceBox<Optional<SkillId>> skills() {
        ChoiceBox<Optional<SkillId>> box =
                choice(
                        "inbox-skill",
                        Messages.text("inbox.skill"),
                        model::title,
                        Messages.text("inbox.any_skill"));
        Showing.follow(
                box,
                model.counts(),
                counts -> fill(box, counts.skills(), model.filter().get().skill()));
        box.setOnAction(_ -> chosen(box).ifPresent(s -> model.filter(f -> f.skill(s))));
        Showing.follow(box, model.filter(), now -> box.setValue(now.skill()));
        return box;
    }

    private ChoiceBox<Optional<Duration>> ages() {
        ChoiceBox<Optional<Duration>> box =
                choice(
                        "inbox-age",
                        Messages.text("inbox.age"),
                        age -> Messages.text("inbox.within", Formats.duration(age)),
                        Messages.text("inbox.any_age"));
        fill(box, AGES, model.filter().get().age());
        box.setOnAction(_ -> chosen(box).ifPresent(age -> model.filter(f -> f.age(age))));
        Showing.follow(box, model.filter(), now -> box.setValue(now.age()));
        return box;
    }

    private CheckBox grouping() {
        var box = new CheckBox(Messages.text("inbox.grouped"));
        box.setId("inbox-grouped");
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        box.setOnAction(_ -> model.filter(f -> f.grouped(box.isSelected())));
        Showing.follow(box, model.filter(), now -> box.setSelected(now.grouped()));
        return box;
    }

    /// A box of which one is nothing in particular.
    private static <T> ChoiceBox<Optional<T>> choice(
            String id, String name, Function<T, String> words, String any) {
        var box = new ChoiceBox<Optional<T>>();
        box.setId(id);
        box.setAccessibleText(name);
        box.getStyleClass().add("filter-choice");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<T> value) {
                        return value == null ? any : value.map(words).orElse(any);
                    }

                    @Override
                    public Optional<T> fromString(String typed) {
                        return Optional.empty();
                    }
                });
        return box;
    }

    private static <T> void fill(ChoiceBox<Optional<T>> box, List<T> values, Optional<T> present) {
        if (box.isShowing()) {
            return;
        }
        var all = new ArrayList<Optional<T>>(List.of(Optional.empty()));
        values.forEach(value -> all.add(Optional.of(value)));
        box.getItems().setAll(all);
        box.setValue(present);
    }

    /// Empty while the box is being filled.
    private static <T> Optional<Optional<T>> chosen(ChoiceBox<Optional<T>> box) {
        return Optional.ofNullable(box.getValue());
    }
}
