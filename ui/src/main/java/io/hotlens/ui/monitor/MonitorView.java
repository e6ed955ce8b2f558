package io.hotlens.ui.monitor;

import io.hotlens.skills.metric.Series;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.ChartTime;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.MonitorLog;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The monitor: its state, every metric with what is expected of it, and what it noticed.
public final class MonitorView {

    private static final Duration SHOWN = Duration.ofHours(1);

    private final ObservableList<Normality.Row> rows = FXCollections.observableArrayList();
    private List<Normality.Row> known = List.of();
    private final ListView<Normality.Row> metrics = new ListView<>(rows);
    private final Label sentence = Words.headline("");
    private final Label next = Words.wrapped("", "muted");
    private final ChartTime time = new ChartTime(SHOWN, SHOWN);
    private final ChartPane chart = new ChartPane("", time);
    private final Label expected = Words.wrapped("", "muted");
    private final VBox idle = new VBox(4);
    private final StackPane body = new StackPane();
    private final SplitPane split;
    private final BorderPane root = new BorderPane();

    public MonitorView(MonitorViewModel model) {
        sentence.setId("monitor-state");
        idle.getStyleClass().addAll("note", "note-danger");
        metrics.setId("monitor-metrics");
        metrics.setAccessibleText(Messages.text("monitor.metrics"));
        metrics.setCellFactory(_ -> new MetricCell());
        metrics.getStyleClass().add("roomy-list");
        metrics.setMinWidth(300);
        split = new SplitPane(metrics, right(model));
        split.setDividerPositions(0.4);
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(16, new VBox(4, sentence, next), idle, body);
        page.getStyleClass().add("page");
        root.setCenter(page);
        metrics.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> draw(Optional.ofNullable(row), model.vitals().get()));
        Showing.follow(root, model.vitals(), this::show);
    }

    public Parent node() {
        return root;
    }

    private Node right(MonitorViewModel model) {
        var log = new ListView<MonitorLog.Line>(model.lines());
        log.setId("monitor-log");
        log.setAccessibleText(Messages.text("monitor.noticed"));
        log.setCellFactory(_ -> new LogCell(model));
        log.setOnKeyPressed(
                key -> {
                    MonitorLog.Line line = log.getSelectionModel().getSelectedItem();
                    if (key.getCode() == KeyCode.ENTER && line != null) {
                        model.open(line);
                    }
                });
        log.getStyleClass().add("roomy-list");
        log.setPlaceholder(Words.label(Messages.text("monitor.nothing"), "muted"));
        VBox.setVgrow(log, Priority.ALWAYS);
        chart.setMinHeight(200);
        var box =
                new VBox(8, chart, expected, Words.heading(Messages.text("monitor.noticed")), log);
        box.getStyleClass().add("results");
        return box;
    }

    private void show(Vitals vitals) {
        Normality normality = vitals.normality();
        sentence.setText(MonitorWords.sentence(normality, vitals.at()));
        next.setText(MonitorWords.next(normality));
        List<String> idleRules = MonitorViewModel.idle(normality);
        Words.shown(idle, !idleRules.isEmpty())
                .getChildren()
                .setAll(idleRules.stream().map(Words::wrapped).toList());
        if (normality.rows().isEmpty()) {
            body.getChildren()
                    .setAll(
                            EmptyState.of(
                                    Feather.ACTIVITY,
                                    Messages.text("monitor.empty"),
                                    Messages.text("monitor.empty_next")));
            return;
        }
        if (normality.rows().equals(known)) {
            return;
        }
        known = normality.rows();
        String chosen =
                Optional.ofNullable(metrics.getSelectionModel().getSelectedItem())
                        .map(row -> row.metric().id())
                        .orElse("");
        List<Normality.Row> sorted = MonitorViewModel.rows(normality);
        rows.setAll(sorted);
        if (!body.getChildren().contains(split)) {
            body.getChildren().setAll(split);
        }
        Normality.Row again =
                sorted.stream()
                        .filter(row -> row.metric().id().equals(chosen))
                        .findFirst()
                        .orElseGet(sorted::getFirst);
        metrics.getSelectionModel().select(again);
        draw(Optional.of(again), vitals);
    }

    private void draw(Optional<Normality.Row> chosen, Vitals vitals) {
        chosen.ifPresent(
                row -> {
                    time.tick(
                            vitals.at(),
                            row.series().points().stream().limit(1).map(Series.Point::at).toList());
                    chart.title(row.metric().id());
                    chart.chart().expect(row.band());
                    chart.show(List.of(new ChartLine("", row.series())), row.metric().unit());
                    expected.setText(row.metric().meaning() + " " + row.expected());
                });
    }

    /// A metric with its value and what is expected; marked when it is odd.
    private static final class MetricCell extends ListCell<Normality.Row> {

        MetricCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Normality.Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : draw(row));
        }

        private static Node draw(Normality.Row row) {
            String value = row.latest().map(v -> Formats.value(v, row.metric().unit())).orElse("–");
            Label name =
                    row.isOdd()
                            ? Words.label(row.metric().id(), "strong", "danger-text")
                            : Words.label(row.metric().id());
            name.setMinWidth(0);
            var line = new HBox(8, name, Words.gap(), Words.label(value, "strong"));
            return new VBox(2, line, Words.small(row.expected()));
        }
    }
}
