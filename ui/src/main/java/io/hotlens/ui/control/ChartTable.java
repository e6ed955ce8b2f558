package io.hotlens.ui.control;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The values of a chart as a table, newest first, as they were when it was asked for.
final class ChartTable {

    private ChartTable() {}

    static TableView<Instant> of(List<ChartLine> lines, Unit unit, ChartTime.Range range) {
        var table = new TableView<Instant>(FXCollections.observableArrayList(times(lines, range)));
        table.getStyleClass().add("chart-table");
        table.setAccessibleText(Messages.text("chart.table"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(Words.muted(Messages.text("chart.no_values")));
        var time = new TableColumn<Instant, String>(Messages.text("chart.time"));
        time.setCellValueFactory(row -> new ReadOnlyStringWrapper(Formats.clock(row.getValue())));
        table.getColumns().add(time);
        lines.forEach(line -> table.getColumns().add(column(line, unit)));
        return table;
    }

    private static TableColumn<Instant, String> column(ChartLine line, Unit unit) {
        var column =
                new TableColumn<Instant, String>(
                        line.name().isEmpty() ? Messages.text("chart.value") : line.name());
        column.setCellValueFactory(
                row ->
                        new ReadOnlyStringWrapper(
                                line.at(row.getValue())
                                        .map(point -> Formats.value(point.value(), unit))
                                        .orElse("–")));
        column.setSortable(false);
        return column;
    }

    /// Those of the line with the most values.
    private static List<Instant> times(List<ChartLine> lines, ChartTime.Range range) {
        return lines.stream()
                .max(Comparator.comparingInt(line -> line.series().points().size()))
                .map(ChartLine::series)
                .orElse(Series.EMPTY)
                .points()
                .reversed()
                .stream()
                .map(Series.Point::at)
                .filter(range::contains)
                .toList();
    }
}
