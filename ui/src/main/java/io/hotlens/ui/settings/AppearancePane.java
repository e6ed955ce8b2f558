package io.hotlens.ui.settings;

import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Appearance;
import io.hotlens.ui.theme.Look;
import io.hotlens.ui.theme.Theme;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Theme, size of texts and stillness; they are in force at once.
final class AppearancePane {

    private AppearancePane() {}

    static VBox of(Look look) {
        ChoiceBox<Optional<Theme>> theme =
                box(
                        "look-theme",
                        one ->
                                one.map(Theme::title)
                                        .orElse(Messages.text("settings.theme_system")));
        theme.getItems().add(Optional.empty());
        Stream.of(Theme.values()).map(Optional::of).forEach(theme.getItems()::add);
        ChoiceBox<Integer> zoom =
                box("look-zoom", percent -> Messages.text("settings.per_cent", percent));
        IntStream.rangeClosed(
                        Appearance.LEAST_ZOOM / Appearance.ZOOM_STEP,
                        Appearance.MOST_ZOOM / Appearance.ZOOM_STEP)
                .map(tens -> tens * Appearance.ZOOM_STEP)
                .forEach(zoom.getItems()::add);
        var still = new CheckBox(Messages.text("settings.still"));
        still.setId("look-still");
        look.appearance()
                .subscribe(
                        now -> {
                            theme.setValue(now.theme());
                            zoom.setValue(now.zoom());
                            still.setSelected(now.still());
                        });
        theme.setOnAction(_ -> look.choose(look.appearance().get().with(theme.getValue())));
        zoom.setOnAction(_ -> look.zoom(zoom.getValue()));
        still.setOnAction(_ -> look.choose(look.appearance().get().still(still.isSelected())));
        return Fields.section(
                Messages.text("settings.appearance"),
                Messages.text("settings.appearance_next"),
                new HBox(
                        16,
                        Fields.named(Messages.text("settings.theme"), theme),
                        Fields.named(Messages.text("settings.zoom"), zoom)),
                still);
    }

    private static <T> ChoiceBox<T> box(String id, Function<T, String> words) {
        var box = new ChoiceBox<T>();
        box.setId(id);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String typed) {
                        return box.getValue();
                    }
                });
        return box;
    }
}
