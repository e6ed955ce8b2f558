package io.hotlens.ui.control;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Map;

/// A value as a tree: names on the left, values in the code font.
public final class DataTree {

    private static final int OPEN = 12;
    private static final int MOST_ROWS = 16;

    private DataTree() {}

    /// One line of the tree.
    ///
    /// @param name the field's name or the item's number; empty at the root
    public record Row(String name, Data value) {}

    /// The tree of `value`, as high as what of it is unfolded, up to a limit, so that it scrolls
    /// with what stands around it.
    ///
    /// @param called what a screen reader calls it
    public static TreeView<Row> of(Data value, String called) {
        TreeItem<Row> top = item("", value);
        top.setExpanded(true);
        var tree = new TreeView<>(top);
        tree.setShowRoot(false);
        tree.setAccessibleText(called);
        tree.getStyleClass().add("data-tree");
        tree.setCellFactory(_ -> new RowCell());
        tree.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> height(tree),
                                tree.fixedCellSizeProperty(),
                                tree.expandedItemCountProperty()));
        tree.setMinHeight(Region.USE_PREF_SIZE);
        return tree;
    }

    private static double height(TreeView<Row> tree) {
        int rows = Math.clamp(tree.getExpandedItemCount(), 1, MOST_ROWS);
        return Math.max(1, tree.getFixedCellSize()) * rows + 8;
    }

    /// The tree of `value`; small branches stand open.
    public static TreeItem<Row> item(String name, Data value) {
        var item = new TreeItem<>(new Row(name, value));
        switch (value) {
            case Data.Items(List<Data> values) -> {
                for (int i = 0; i < values.size(); i++) {
                    item.getChildren().add(item(String.valueOf(i + 1), values.get(i)));
                }
            }
            case Data.Fields(Map<String, Data> values) ->
                    values.forEach((field, inner) -> item.getChildren().add(item(field, inner)));
            case Data.Text _, Data.Num _, Data.Bool _, Data.Nothing _ -> {}
        }
        item.setExpanded(item.getChildren().size() <= OPEN);
        return item;
    }

    /// The value on one line: a scalar as it is, a branch as its size.
    public static String words(Data value) {
        return switch (value) {
            case Data.Text(String text) -> text;
            case Data.Num num when num.isWhole() -> String.valueOf((long) num.value());
            case Data.Num(double number) -> Formats.number(number);
            case Data.Bool(boolean bool) -> String.valueOf(bool);
            case Data.Items(List<Data> values) -> Messages.text("data.items", values.size());
            case Data.Fields(Map<String, Data> values) ->
                    Messages.text("data.fields", values.size());
            case Data.Nothing _ -> Messages.text("data.nothing");
        };
    }

    private static boolean isBranch(Data value) {
        return value instanceof Data.Items || value instanceof Data.Fields;
    }

    private static final class RowCell extends TreeCell<Row> {
        private final Label name = Words.label("", "data-name");
        private final Label value = Words.label("", "mono");
        private final HBox line = new HBox(8, name, value);

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            Words.shown(name, !row.name().isEmpty()).setText(row.name());
            value.setText(words(row.value()));
            value.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("branch"), isBranch(row.value()));
            setGraphic(line);
        }
    }
}
