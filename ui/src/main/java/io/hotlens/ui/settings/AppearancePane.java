package io.hotlens.ui.settings;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Language;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.theme.Appearance;
import io.hotlens.ui.theme.Look;
import io.hotlens.ui.theme.Theme;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Theme, size of texts, density, language, stillness and news on the desktop; all but the language
/// are in force at once.
public final class AppearancePane {

    private final Look look;
    private final Optional<String> missingTool;

    /// @param missingTool what the operating system lacks to show news on the desktop
    public AppearancePane(Look look, Optional<String> missingTool) {
        this.look = look;
        this.missingTool = missingTool;
    }

    VBox node() {
        CheckBox still =
                tick("look-still", "settings.still", Appearance::still, one -> now().still(one));
        CheckBox desktop =
                tick(
                        "look-desktop",
                        "settings.desktop",
                        Appearance::desktop,
                        one -> now().desktop(one));
        Label note = Words.wrapped("", "small", "under-choice");
        note.setId("look-desktop-note");
        note.setText(
                missingTool
                        .map(tool -> Messages.text("settings.desktop_missing", tool))
                        .orElseGet(() -> Messages.text("settings.desktop_says")));
        return Fields.section(
                Messages.text("settings.appearance"),
                Messages.text("settings.appearance_next"),
                new FlowPane(
                        16,
                        16,
                        Fields.named(Messages.text("settings.theme"), theme()),
                        Fields.named(Messages.text("settings.zoom"), zoom()),
                        Fields.named(Messages.text("settings.density"), density()),
                        Fields.named(Messages.text("settings.language"), language())),
                Words.wrapped(Messages.text("settings.language_next"), "small"),
                still,
                new VBox(4, desktop, note));
    }

    private Appearance now() {
        return look.appearance().get();
    }

    private ChoiceBox<Optional<Theme>> theme() {
        ChoiceBox<Optional<Theme>> box =
                box(
                        "look-theme",
                        one ->
                                one.map(Theme::title)
                                        .orElseGet(() -> Messages.text("settings.theme_system")));
        box.getItems().add(Optional.empty());
        Stream.of(Theme.values()).map(Optional::of).forEach(box.getItems()::add);
        return follow(box, Appearance::theme, one -> now().with(one));
    }

    private ChoiceBox<Integer> zoom() {
        ChoiceBox<Integer> box =
                box("look-zoom", percent -> Messages.text("settings.per_cent", percent));
        IntStream.rangeClosed(
                        Appearance.LEAST_ZOOM / Appearance.ZOOM_STEP,
                        Appearance.MOST_ZOOM / Appearance.ZOOM_STEP)
                .map(tens -> tens * Appearance.ZOOM_STEP)
                .forEach(box.getItems()::add);
        return follow(box, Appearance::zoom, one -> now().zoomed(one));
    }

    private ChoiceBox<Boolean> density() {
        ChoiceBox<Boolean> box =
                box(
                        "look-density",
                        compact ->
                                compact
                                        ? Messages.text("settings.compact")
                                        : Messages.text("settings.comfortable"));
        box.getItems().setAll(false, true);
        return follow(box, Appearance::compact, one -> now().compact(one));
    }

    private ChoiceBox<Optional<Language>> language() {
        ChoiceBox<Optional<Language>> box =
                box(
                        "look-language",
                        one ->
                                one.map(Language::title)
                                        .orElseGet(() -> Messages.text("settings.theme_system")));
        box.getItems().add(Optional.empty());
        Stream.of(Language.values()).map(Optional::of).forEach(box.getItems()::add);
        return follow(box, Appearance::language, one -> now().speaking(one));
    }

    private CheckBox tick(
            String id,
            String key,
            Function<Appearance, Boolean> shown,
            Function<Boolean, Appearance> chosen) {
        var box = new CheckBox(Messages.text(key));
        box.setId(id);
        look.appearance().subscribe(now -> box.setSelected(shown.apply(now)));
        box.setOnAction(_ -> look.choose(chosen.apply(box.isSelected())));
        return box;
    }

    private <T> ChoiceBox<T> follow(
            ChoiceBox<T> box, Function<Appearance, T> shown, Function<T, Appearance> chosen) {
        look.appearance().subscribe(now -> box.setValue(shown.apply(now)));
        box.setOnAction(_ -> look.choose(chosen.apply(box.getValue())));
        return box;
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
