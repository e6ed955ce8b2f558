package io.hotlens.ui.metrics;

import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Finds MBeans: domains first, then what a text or a pattern finds.
final class BeanFinder {

    private final BeansViewModel model;
    private final ListView<BeanRow> list;
    private final VBox root;

    BeanFinder(BeansViewModel model) {
        this.model = model;
        var field = new TextField();
        field.setId("bean-query");
        field.setPromptText(Messages.text("bean.query"));
        field.setAccessibleText(Messages.text("bean.query"));
        field.textProperty().bindBidirectional(model.query());
        Label state = Words.wrapped("", "small");
        state.textProperty().bind(model.state());
        list = new ListView<>(model.rows());
        list.setId("bean-list");
        list.setAccessibleText(Messages.text("bean.list"));
        list.setCellFactory(_ -> new RowCell());
        list.setPlaceholder(Words.wrapped(Messages.text("bean.no_match"), "muted"));
        list.setOnMouseClicked(_ -> choose());
        list.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        choose();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(8, field, state, list);
    }

    VBox node() {
        return root;
    }

    private void choose() {
        BeanRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.choose(row);
        }
    }

    private static final class RowCell extends ListCell<BeanRow> {

        private final Hint hint = Hint.on(this);

        RowCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(BeanRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            hint.say("");
            if (!empty && row != null) {
                switch (row) {
                    case BeanRow.Domain(String name, int beans) -> {
                        Label count = Words.small(Messages.text("bean.count", beans));
                        var line = new HBox(8, Words.label(name), Words.gap(), count);
                        line.setAlignment(Pos.CENTER_LEFT);
                        setGraphic(line);
                    }
                    case BeanRow.Bean(String name) -> {
                        setText(name);
                        hint.say(name);
                    }
                }
            }
        }
    }
}
