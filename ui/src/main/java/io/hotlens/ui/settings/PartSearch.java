package io.hotlens.ui.settings;

import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A field that leaves those parts of a page which hold every word that is typed, in whatever they
/// say.
final class PartSearch {

    private final List<? extends Node> parts;
    private final TextField field = new TextField();
    private final VBox nothing =
            EmptyState.of(
                    Feather.SEARCH,
                    Messages.text("settings.no_match"),
                    Messages.text("settings.no_match_next"));

    PartSearch(List<? extends Node> parts) {
        this.parts = List.copyOf(parts);
        field.setId("settings-search");
        field.setPromptText(Messages.text("settings.search"));
        field.setAccessibleText(Messages.text("settings.search"));
        field.setPrefColumnCount(Messages.text("settings.search").length());
        field.textProperty().subscribe(this::find);
    }

    TextField field() {
        return field;
    }

    /// What stands in place of the parts when none is left.
    Node nothing() {
        return nothing;
    }

    /// Shows every part again.
    ///
    /// @return whether any was hidden
    boolean clear() {
        boolean typed = !field.getText().isEmpty();
        field.clear();
        return typed;
    }

    private void find(String typed) {
        List<String> words =
                Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).toList();
        boolean any = false;
        for (Node part : parts) {
            boolean holds = holds(part, words);
            Words.shown(part, holds);
            any |= holds;
        }
        Words.shown(nothing, !any);
    }

    private static boolean holds(Node part, List<String> words) {
        var said = new StringBuilder();
        collect(part, said);
        String text = said.toString().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private static void collect(Node node, StringBuilder said) {
        switch (node) {
            case Labeled labeled when labeled.getText() != null ->
                    said.append(labeled.getText()).append('\n');
            case TextInputControl input ->
                    said.append(input.getText()).append('\n').append(input.getPromptText());
            case ChoiceBox<?> box -> choices(box, said);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, said));
        }
    }

    private static <T> void choices(ChoiceBox<T> box, StringBuilder said) {
        for (T item : box.getItems()) {
            said.append(
                            box.getConverter() == null
                                    ? String.valueOf(item)
                                    : box.getConverter().toString(item))
                    .append('\n');
        }
    }
}
