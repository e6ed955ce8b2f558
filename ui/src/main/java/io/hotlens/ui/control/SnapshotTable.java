package io.hotlens.ui.control;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.ui.control.SnapshotDiff.Change;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A snapshot as a table: each metric with its value, how it went lately where that is known, and
/// what changed since an earlier snapshot that is chosen.
final class SnapshotTable {

    private static final int LEAST_POINTS = 2;
    private static final double CHART_WIDTH = 96;
    private static final double CHART_HEIGHT = 20;
    private static final double VALUE_WIDTH = 88;

    private final Snapshot snapshot;
    private final SnapshotPast past;
    private final ChoiceBox<Optional<Snapshot>> earlier = new ChoiceBox<>();
    private final GridPane table = new GridPane(16, 4);
    private final Label sum = Words.small("");

    private SnapshotTable(Snapshot snapshot, SnapshotPast past) {
        this.snapshot = snapshot;
        this.past = past;
    }

    static VBox of(Snapshot snapshot, SnapshotPast past) {
        var made = new SnapshotTable(snapshot, past);
        made.fill(Optional.empty());
        Label title =
                Words.small(
                        Messages.text(
                                "inbox.snapshot",
                                snapshot.skill(),
                                Formats.full(snapshot.capturedAt()),
                                snapshot.id()));
        return new VBox(8, title, made.comparison(), made.table);
    }

    /// There only when there is something to compare with.
    private FlowPane comparison() {
        earlier.getStyleClass().add("filter-choice");
        earlier.setId("compare-" + snapshot.id());
        earlier.setAccessibleText(Messages.text("diff.with"));
        earlier.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<Snapshot> value) {
                        return value == null
                                ? ""
                                : value.map(SnapshotTable.this::name)
                                        .orElse(Messages.text("diff.nothing"));
                    }

                    @Override
                    public Optional<Snapshot> fromString(String typed) {
                        return Optional.empty();
                    }
                });
        var row = new FlowPane(8, 4, Words.small(Messages.text("diff.with")), earlier, sum);
        row.setRowValignment(VPos.CENTER);
        Words.shown(row, false);
        past.earlier(
                snapshot,
                found -> {
                    var choices = new ArrayList<Optional<Snapshot>>(List.of(Optional.empty()));
                    found.forEach(one -> choices.add(Optional.of(one)));
                    earlier.getItems().setAll(choices);
                    earlier.setValue(Optional.empty());
                    Words.shown(row, !found.isEmpty());
                });
        earlier.valueProperty()
                .subscribe(chosen -> fill(Optional.ofNullable(chosen).flatMap(o -> o)));
        return row;
    }

    private String name(Snapshot other) {
        Duration before = Duration.between(other.capturedAt(), snapshot.capturedAt());
        return Messages.text(
                "diff.earlier", Formats.clock(other.capturedAt()), Formats.duration(before));
    }

    private void fill(Optional<Snapshot> before) {
        table.getChildren().clear();
        table.getColumnConstraints().setAll(names(), values());
        int row = 0;
        if (before.isPresent()) {
            SnapshotDiff diff = SnapshotDiff.of(before.get(), snapshot);
            sum.setText(Messages.text("diff.changed", diff.changed(), diff.rows().size()));
            table.addRow(
                    row++,
                    Words.small(Messages.text("diff.metric")),
                    Words.small(Messages.text("diff.now")),
                    Words.small(Messages.text("diff.before")),
                    Words.small(Messages.text("diff.change")));
            for (SnapshotDiff.Row one : diff.rows()) {
                table.addRow(
                        row++,
                        name(one.metric()),
                        reading(one.metric(), one.now()),
                        reading(one.metric(), one.before()),
                        change(one));
            }
        } else {
            sum.setText("");
            for (var entry : snapshot.readings().entrySet()) {
                table.addRow(
                        row,
                        name(entry.getKey()),
                        reading(entry.getKey(), Optional.of(entry.getValue())));
                Optional<Node> chart = chart(entry.getKey());
                if (chart.isPresent()) {
                    table.add(chart.get(), 2, row);
                }
                row++;
            }
        }
    }

    private static ColumnConstraints names() {
        var column = new ColumnConstraints();
        column.setHgrow(Priority.SOMETIMES);
        column.setMinWidth(0);
        return column;
    }

    private static ColumnConstraints values() {
        var column = new ColumnConstraints();
        column.setMinWidth(VALUE_WIDTH);
        column.setHgrow(Priority.SOMETIMES);
        return column;
    }

    private static Label name(Metric metric) {
        Label name = Words.label(metric.name(), "mono", "mono-small");
        Hint.on(name, metric.meaning());
        return name;
    }

    private static Label reading(Metric metric, Optional<Reading> reading) {
        return reading.map(
                        known ->
                                switch (known) {
                                    case Reading.Known(double value) ->
                                            Words.label(
                                                    Formats.value(value, metric.unit()), "mono");
                                    case Reading.Unavailable(String why) ->
                                            Words.wrapped(
                                                    Messages.text("gauge.missing", why), "small");
                                })
                .orElseGet(() -> Words.small(Messages.text("diff.absent")));
    }

    private static Label change(SnapshotDiff.Row row) {
        boolean changed = row.change() != Change.SAME;
        Label label = Words.label(row.words(), changed ? "changed" : "small");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Optional<Node> chart(Metric metric) {
        Series series = past.series(metric);
        if (series.points().size() < LEAST_POINTS) {
            return Optional.empty();
        }
        var time = new ChartTime(SnapshotPast.LATELY, SnapshotPast.LATELY);
        time.tick(past.now(), List.of());
        var chart = TimeChart.spark(time);
        chart.setMinSize(CHART_WIDTH, CHART_HEIGHT);
        chart.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
        chart.setMaxSize(CHART_WIDTH, CHART_HEIGHT);
        chart.show(List.of(new ChartLine("", series)), metric.unit());
        String words =
                Messages.text("diff.lately", metric.name(), Formats.duration(SnapshotPast.LATELY));
        chart.setAccessibleText(words);
        Hint.on(chart, words);
        GridPane.setValignment(chart, VPos.CENTER);
        return Optional.of(chart);
    }
}
