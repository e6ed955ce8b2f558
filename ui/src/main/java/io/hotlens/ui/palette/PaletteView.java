package io.hotlens.ui.palette;

import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The palette: what is typed above, what was found below. The focus stays in the field; up and
/// down choose, Enter does it.
public final class PaletteView {

    private static final int PAGE = 10;

    private final PaletteViewModel model;
    private final TextField query = new TextField();
    private final ListView<PaletteItem> list = new ListView<>();
    private final Label nothing = Words.muted(Messages.text("palette.nothing"));
    private final VBox root;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        query.setId("palette-query");
        query.getStyleClass().add("palette-query");
        query.setPromptText(Messages.text("palette.prompt"));
        query.setAccessibleText(Messages.text("palette.prompt"));
        query.textProperty().bindBidirectional(model.query());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setId("palette-results");
        list.setAccessibleText(Messages.text("palette.results"));
        list.setFocusTraversable(false);
        list.setItems(model.results());
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> choose());
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(8, query, nothing, list);
        root.setId("palette");
        root.getStyleClass().addAll("floating-sheet", "palette");
        model.results().addListener((ListChangeListener<PaletteItem>) _ -> show());
        show();
    }

    public Node node() {
        return root;
    }

    /// Where one types.
    public Node field() {
        return query;
    }

    private void show() {
        list.getSelectionModel().selectFirst();
        Words.shown(nothing, model.results().isEmpty() && !model.query().get().isBlank());
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void move(int by) {
        int last = model.results().size() - 1;
        int next =
                Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - PAGE / 2));
    }

    private void choose() {
        PaletteItem item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.choose(item);
        }
    }

    private static final class Cell extends ListCell<PaletteItem> {

        private final Label kind = Words.label("", "small", "palette-kind");
        private final Label title = Words.label("");
        private final Label detail = Words.small("");
        private final Label keys = Words.label("", "key");
        private final HBox row = new HBox(8, kind, title, detail, Words.gap(), keys);

        Cell() {
            setPrefWidth(0);
            row.setAlignment(Pos.CENTER_LEFT);
            title.setMinWidth(0);
            detail.setMinWidth(0);
            keys.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            kind.setText(item.kind().title());
            title.setText(item.title());
            Words.shown(detail, !item.detail().isEmpty()).setText(item.detail());
            Words.shown(keys, !item.keys().isEmpty()).setText(item.keys());
            setAccessibleText(
                    Messages.text(
                            "palette.cell", item.kind().title(), item.title(), item.detail()));
            setGraphic(row);
        }
    }
}
