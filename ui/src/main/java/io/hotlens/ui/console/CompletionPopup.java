package io.hotlens.ui.console;

import io.hotlens.skills.skill.Callback;
import io.hotlens.ui.control.Words;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/// Suggestions below the caret, with their documentation beside. The focus stays in the editor.
final class CompletionPopup {

    private static final int SHORTEST_WORD = 2;

    private final CodeArea area;
    private final Collection<Callback> callbacks;
    private final Popup popup = new Popup();
    private final ListView<Completion.Item> list = new ListView<>();
    private final Label signature = Words.label("", "mono", "strong");
    private final Label docs = Words.wrapped("");
    private Completion shown = new Completion(0, List.of());
    private boolean completing;

    CompletionPopup(CodeArea area, Collection<Callback> callbacks) {
        this.area = area;
        this.callbacks = List.copyOf(callbacks);
        list.setId("completions");
        list.setPrefSize(280, 200);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ItemCell());
        list.setOnMouseClicked(_ -> accept());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> tell(item));
        docs.setPrefWidth(360);
        var text = new VBox(8, signature, docs);
        text.getStyleClass().add("completion-docs");
        var box = new HBox(list, text);
        box.getStyleClass().addAll("completion");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /// Suggests after a typed letter, once the word is long enough.
    void typed() {
        Completion fresh = Completion.at(area.getText(), area.getCaretPosition(), callbacks, false);
        if (area.getCaretPosition() - fresh.start() >= SHORTEST_WORD) {
            show(fresh);
        } else {
            hide();
        }
    }

    /// Suggests because the user asked.
    void ask() {
        show(Completion.at(area.getText(), area.getCaretPosition(), callbacks, true));
    }

    /// The caret moved without typing.
    void moved() {
        if (popup.isShowing() && !completing && area.getCaretPosition() < shown.start()) {
            hide();
        }
    }

    void hide() {
        popup.hide();
    }

    /// Whether the popup took the key.
    boolean handles(KeyCode key) {
        if (!popup.isShowing()) {
            return false;
        }
        switch (key) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER, TAB -> accept();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int by) {
        int size = shown.items().size();
        int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 3));
    }

    private void show(Completion fresh) {
        shown = fresh;
        if (fresh.items().isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(fresh.items());
        list.getSelectionModel().selectFirst();
        Bounds caret =
                area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getBoundsInLocal()));
        popup.show(area, caret.getMinX(), caret.getMaxY() + 4);
    }

    private void accept() {
        Completion.Item item = list.getSelectionModel().getSelectedItem();
        if (item == null) {
            return;
        }
        completing = true;
        area.replaceText(shown.start(), area.getCaretPosition(), item.insert());
        completing = false;
        hide();
    }

    private void tell(Completion.@Nullable Item item) {
        signature.setText(item == null ? "" : item.signature());
        docs.setText(item == null ? "" : item.docs());
    }

    private static final class ItemCell extends ListCell<Completion.Item> {
        @Override
        protected void updateItem(Completion.Item item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().remove("mono");
            getStyleClass().add("mono");
            setText(empty || item == null ? null : item.signature());
        }
    }
}
