package io.hotlens.ui.console;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that a script returned: as a tree, and when it is a list of rows as a table and a chart.
final class ResultView {

    private static final int MOST_ROWS = 16;

    private ResultView() {}

    static Node of(Data result) {
        return switch (result) {
            case Data.Items _, Data.Fields _ -> {
                Optional<Rows> rows = Rows.of(result);
                yield rows.isPresent() ? looks(result, rows.get()) : tree(result);
            }
            case Data.Nothing _ -> Words.label(Messages.text("data.nothing"), "mono", "muted");
            case Data.Text _, Data.Num _, Data.Bool _ ->
                    Words.wrapped(DataTree.words(result), "mono", "console-value");
        };
    }

    private static Node tree(Data result) {
        return DataTree.of(result, Messages.text("console.result"));
    }

    private static Node looks(Data result, Rows rows) {
        var body = new StackPane(tree(result));
        var group = new ToggleGroup();
        var bar = new HBox(4);
        bar.getChildren()
                .addAll(
                        look(
                                "tree",
                                Messages.text("console.as_tree"),
                                group,
                                body,
                                () -> tree(result)),
                        look(
                                "table",
                                Messages.text("console.as_table"),
                                group,
                                body,
                                () -> table(rows)));
        if (!rows.numbers().isEmpty()) {
            bar.getChildren()
                    .add(
                            look(
                                    "chart",
                                    Messages.text("console.as_chart"),
                                    group,
                                    body,
                                    () -> RowChart.of(rows)));
        }
        group.selectToggle(group.getToggles().getFirst());
        return new VBox(8, bar, body);
    }

    private static ToggleButton look(
            String id, String title, ToggleGroup group, StackPane body, Supplier<Node> made) {
        var button = new ToggleButton(title);
        button.setId("as-" + id);
        button.getStyleClass().add("tab-button");
        button.setToggleGroup(group);
        button.setOnAction(
                _ -> {
                    button.setSelected(true);
                    body.getChildren().setAll(made.get());
                });
        return button;
    }

    private static TableView<Data.Fields> table(Rows rows) {
        var table = new TableView<Data.Fields>();
        table.getStyleClass().add("result-table");
        table.setAccessibleText(Messages.text("console.result"));
        rows.columns().forEach(name -> table.getColumns().add(column(name)));
        table.getItems().setAll(rows.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        int shown = Math.min(MOST_ROWS, rows.rows().size());
        table.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.max(1, table.getFixedCellSize()) * (shown + 1.5) + 8,
                                table.fixedCellSizeProperty()));
        table.setMinHeight(TableView.USE_PREF_SIZE);
        return table;
    }

    private static TableColumn<Data.Fields, Data> column(String name) {
        var column = new TableColumn<Data.Fields, Data>(name);
        column.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().get(name).orElse(Data.NOTHING)));
        column.setComparator(ResultView::compare);
        column.setCellFactory(
                _ ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(Data value, boolean empty) {
                                super.updateItem(value, empty);
                                setText(empty || value == null ? null : words(value));
                            }
                        });
        return column;
    }

    private static String words(Data value) {
        return value instanceof Data.Nothing ? "" : DataTree.words(value);
    }

    private static int compare(Data one, Data other) {
        return one instanceof Data.Num(double left) && other instanceof Data.Num(double right)
                ? Double.compare(left, right)
                : words(one).compareTo(words(other));
    }
}
