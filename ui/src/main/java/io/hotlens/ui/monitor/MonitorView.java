package io.hotlens.ui.monitor;

import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.TimeChart;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.MonitorLog;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.TargetModel;
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
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.Comparator;
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
    private final TimeChart chart = TimeChart.large();
    private final Label expected = Words.wrapped("", "muted");
    private final StackPane body = new StackPane();
    private final SplitPane split;
    private final BorderPane root = new BorderPane();

    public MonitorView(TargetModel model) {
        sentence.setId("monitor-state");
        metrics.setId("monitor-metrics");
        metrics.setAccessibleText(Messages.text("monitor.metrics"));
        metrics.setCellFactory(_ -> new MetricCell());
        metrics.getStyleClass().add("roomy-list");
        metrics.setMinWidth(300);
        split = new SplitPane(metrics, right(model));
        split.setDividerPositions(0.4);
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(16, new VBox(4, sentence, next), body);
        page.getStyleClass().add("page");
        root.setCenter(page);
        metrics.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> draw(Optional.ofNullable(row), model.vitals().get()));
        model.vitals().subscribe(this::show);
    }

    public Parent node() {
        return root;
    }

    private Node right(TargetModel model) {
        var log = new ListView<MonitorLog.Line>(model.monitorLog().lines());
        log.setId("monitor-log");
        log.setAccessibleText(Messages.text("monitor.noticed"));
        log.setCellFactory(_ -> new LogCell());
        log.getStyleClass().add("roomy-list");
        log.setPlaceholder(Words.wrapped(Messages.text("monitor.nothing"), "muted"));
        VBox.setVgrow(log, Priority.ALWAYS);
        chart.setMinHeight(180);
        chart.setPrefHeight(220);
        var box =
                new VBox(8, chart, expected, Words.heading(Messages.text("monitor.noticed")), log);
        box.getStyleClass().add("results");
        return box;
    }

    private void show(Vitals vitals) {
        Normality normality = vitals.normality();
        sentence.setText(MonitorWords.sentence(normality, vitals.at()));
        next.setText(MonitorWords.next(normality));
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
        List<Normality.Row> sorted =
                normality.rows().stream()
                        .sorted(Comparator.comparing((Normality.Row row) -> !row.isOdd()))
                        .toList();
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
                    chart.show(row.series(), row.metric().unit(), vitals.at(), SHOWN);
                    expected.setText(
                            row.metric().id() + ": " + row.metric().meaning() + " " + band(row));
                });
    }

    private static String band(Normality.Row row) {
        Unit unit = row.metric().unit();
        return row.band()
                .map(
                        band ->
                                Messages.text(
                                        "monitor.expected",
                                        Formats.value(band.low(), unit),
                                        Formats.value(band.high(), unit)))
                .orElseGet(() -> Messages.text("monitor.unknown"));
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
            return new VBox(2, line, Words.small(band(row)));
        }
    }

    /// One thing that happened.
    private static final class LogCell extends ListCell<MonitorLog.Line> {

        LogCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(MonitorLog.Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : draw(line));
        }

        private static Node draw(MonitorLog.Line line) {
            Label time = Words.label(Formats.clock(line.at()), "small", "mono-small");
            time.setMinWidth(Label.USE_PREF_SIZE);
            Label words =
                    switch (line.weight()) {
                        case QUIET -> Words.wrapped(line.words(), "muted");
                        case NORMAL -> Words.wrapped(line.words());
                        case FINDING -> Words.wrapped(line.words(), "strong");
                        case TROUBLE -> Words.wrapped(line.words(), "danger-text");
                    };
            HBox.setHgrow(words, Priority.ALWAYS);
            return new HBox(8, time, words);
        }
    }
}
