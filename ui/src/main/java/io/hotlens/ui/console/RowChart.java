package io.hotlens.ui.console;

import io.hotlens.skills.data.Data;
import io.hotlens.ui.control.DataTree;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// A column of numbers as bars, one a row, from zero to the largest.
final class RowChart {

    private static final int MOST = 40;

    private RowChart() {}

    static Node of(Rows rows) {
        var bars = new GridPane(12, 4);
        var longest = new ColumnConstraints();
        longest.setHgrow(Priority.ALWAYS);
        bars.getColumnConstraints()
                .setAll(new ColumnConstraints(), longest, new ColumnConstraints());
        var column = new ChoiceBox<String>();
        column.setId("chart-column");
        column.setAccessibleText(Messages.text("console.chart_column"));
        column.getItems().setAll(rows.numbers());
        column.valueProperty().addListener((_, _, name) -> fill(bars, rows, name));
        column.getSelectionModel().selectFirst();
        var box = new VBox(8, column, bars);
        if (rows.rows().size() > MOST) {
            box.getChildren()
                    .add(
                            Words.small(
                                    Messages.text("console.chart_part", MOST, rows.rows().size())));
        }
        return box;
    }

    private static void fill(GridPane bars, Rows rows, String column) {
        List<String> names = rows.names();
        double top =
                rows.rows().stream()
                        .flatMap(row -> row.number(column).stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0);
        bars.getChildren().clear();
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            Optional<Double> value = rows.rows().get(i).number(column);
            var bar =
                    new ProgressBar(value.map(v -> top > 0 ? Math.max(0, v / top) : 0).orElse(0.0));
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().addAll("large", "row-bar");
            Label name = Words.label(names.get(i), "small", "row-name");
            Label words =
                    Words.label(value.map(v -> DataTree.words(Data.of(v))).orElse(""), "mono");
            words.setMinWidth(Label.USE_PREF_SIZE);
            bar.setAccessibleText(Messages.text("console.bar", names.get(i), words.getText()));
            bars.addRow(i, name, bar, words);
        }
    }
}
