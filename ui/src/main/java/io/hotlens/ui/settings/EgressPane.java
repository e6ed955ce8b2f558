package io.hotlens.ui.settings;

import io.hotlens.app.llm.egress.DataClass;
import io.hotlens.app.llm.egress.EgressPolicy.Mode;
import io.hotlens.app.settings.TargetKey;
import io.hotlens.ui.control.DataClasses;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What may leave: whose policy, its mode, and the classes that leave as they are.
final class EgressPane {

    private static final int COLUMNS = 2;

    private final EgressViewModel model;
    private final VBox root;

    EgressPane(EgressViewModel model) {
        this.model = model;
        root =
                Fields.section(
                        Messages.text("settings.egress"),
                        Messages.text("settings.egress_next"),
                        whose(),
                        modes(),
                        new VBox(
                                8,
                                Words.strong(Messages.text("settings.classes")),
                                classes(),
                                Words.wrapped(Messages.text("settings.classes_never"), "small")));
    }

    VBox node() {
        return root;
    }

    private HBox whose() {
        var box = new ChoiceBox<Optional<TargetKey>>(model.scopes());
        box.setId("egress-scope");
        box.setAccessibleText(Messages.text("settings.scope"));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<TargetKey> key) {
                        // The box asks with nothing while its choices are exchanged.
                        return Objects.requireNonNullElse(key, Optional.<TargetKey>empty())
                                .map(TargetKey::value)
                                .orElse(Messages.text("settings.all_targets"));
                    }

                    @Override
                    public Optional<TargetKey> fromString(String text) {
                        return Optional.of(new TargetKey(text));
                    }
                });
        box.setMinWidth(240);
        model.scope().subscribe(box::setValue);
        box.setOnAction(_ -> Optional.ofNullable(box.getValue()).ifPresent(model.scope()::set));
        Button back =
                Fields.button(
                        "egress-as-all", Messages.text("settings.as_all"), model::asForAll, "flat");
        Label says = Words.small("");
        Runnable tell =
                () -> {
                    boolean one = model.scope().get().isPresent();
                    Words.shown(back, model.isOwn());
                    Words.shown(says, one && !model.isOwn())
                            .setText(Messages.text("settings.as_all_now"));
                };
        model.policy().subscribe(tell);
        model.scope().subscribe(tell);
        var row = new HBox(8, Words.small(Messages.text("settings.scope")), box, says, back);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox modes() {
        var group = new ToggleGroup();
        var box = new VBox(8);
        for (Mode mode : Mode.values()) {
            var button = new RadioButton(title(mode));
            button.setId("mode-" + mode.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setOnAction(_ -> model.choose(mode));
            model.policy().subscribe(policy -> button.setSelected(policy.mode() == mode));
            Label says = Words.wrapped(sentence(mode), "small", "under-choice");
            box.getChildren().add(new VBox(2, button, says));
        }
        return box;
    }

    private static String title(Mode mode) {
        return switch (mode) {
            case NEVER -> Messages.text("settings.never");
            case ASK -> Messages.text("settings.ask");
            case AUTOMATIC -> Messages.text("settings.automatic");
        };
    }

    private static String sentence(Mode mode) {
        return switch (mode) {
            case NEVER -> Messages.text("settings.never_says");
            case ASK -> Messages.text("settings.ask_says");
            case AUTOMATIC -> Messages.text("settings.automatic_says");
        };
    }

    private GridPane classes() {
        var grid = new GridPane(24, 8);
        List<DataClass> all =
                Arrays.stream(DataClass.values()).filter(DataClass::canBeAllowed).toList();
        int rows = (all.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < all.size(); i++) {
            DataClass each = all.get(i);
            var box = new CheckBox(DataClasses.title(each));
            box.setId("allow-" + each.name().toLowerCase(Locale.ROOT));
            box.setOnAction(_ -> model.allow(each, box.isSelected()));
            model.policy().subscribe(policy -> box.setSelected(policy.allowed().contains(each)));
            Label says = Words.wrapped(sentence(each), "small", "under-choice");
            var cell = new VBox(2, box, says);
            cell.setPrefWidth(384);
            grid.add(cell, i / rows, i % rows);
        }
        return grid;
    }

    private static String sentence(DataClass dataClass) {
        return switch (dataClass) {
            case LOG_TEXT -> Messages.text("dataclass.log_text_says");
            case SQL -> Messages.text("dataclass.sql_says");
            case PATHS -> Messages.text("dataclass.paths_says");
            case HOSTS -> Messages.text("dataclass.hosts_says");
            case USERS -> Messages.text("dataclass.users_says");
            case PROPERTIES -> Messages.text("dataclass.properties_says");
            case MBEAN_VALUES -> Messages.text("dataclass.mbean_values_says");
            case HEAP_STRINGS -> Messages.text("dataclass.heap_strings_says");
            case IDENTIFIERS, SECRETS -> "";
        };
    }
}
