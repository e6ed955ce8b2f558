package io.hotlens.ui.overview;

import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.TimeChart;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.Optional;

/// A gauge as value, unit and a small line; or why it is not measured.
final class GaugeTile {

    private static final Duration WINDOW = Duration.ofMinutes(2);

    private static final double HEIGHT = 116;
    private static final double THREE_LINES = 48;

    private final Gauge gauge;
    private final Label value = Words.label("", "tile-value");
    private final Label unit = Words.small("");
    private final Label missing = Words.wrapped("", "small");
    private final TimeChart spark = TimeChart.spark();
    private final Tooltip tooltip = new Tooltip();
    private final ToggleButton root = new ToggleButton();

    GaugeTile(Gauge gauge) {
        this.gauge = gauge;
        missing.setMinHeight(0);
        missing.setMaxHeight(THREE_LINES);
        var row = new HBox(4, value, unit);
        row.setAlignment(Pos.BASELINE_LEFT);
        spark.setPrefHeight(32);
        spark.setMinHeight(32);
        var box = new VBox(4, Words.small(gauge.title()), row, spark, missing);
        box.setMinWidth(0);
        root.setGraphic(box);
        root.getStyleClass().addAll("card", "tile");
        root.setMaxWidth(Double.MAX_VALUE);
        root.setMinWidth(120);
        root.setPrefWidth(160);
        root.setPrefHeight(HEIGHT);
        root.setMinHeight(HEIGHT);
        root.setMaxHeight(HEIGHT);
        root.setTooltip(tooltip);
        box.prefWidthProperty().bind(root.widthProperty().subtract(34));
        HBox.setHgrow(root, Priority.ALWAYS);
    }

    ToggleButton node() {
        return root;
    }

    void show(Vitals vitals, boolean fresh) {
        Optional<Vital> vital = gauge.in(vitals);
        Reading reading = reading(vital, fresh);
        Unit measured = vital.map(v -> v.metric().unit()).orElse(Unit.COUNT);
        switch (reading) {
            case Reading.Known(double number) -> {
                value.setText(Formats.number(number));
                unit.setText(fresh ? measured.symbol() : Messages.text("gauge.old"));
                Words.shown(missing, false);
            }
            case Reading.Unavailable(String why) -> {
                value.setText("–");
                unit.setText("");
                Words.shown(missing, true).setText(Messages.text("gauge.missing", why));
                missing.setTooltip(new Tooltip(missing.getText()));
            }
        }
        Words.shown(spark, reading.isKnown());
        Optional<Normality.Row> normal = vital.flatMap(v -> vitals.normality().row(v.metric()));
        spark.stale(!fresh);
        spark.expect(normal.flatMap(Normality.Row::band));
        spark.show(vital.map(Vital::series).orElse(Series.EMPTY), measured, vitals.at(), WINDOW);
        tooltip.setText(
                vital.map(v -> Normality.meaning(v.metric(), normal))
                        .orElseGet(() -> Messages.text("gauge.absent")));
        root.setAccessibleText(gauge.title() + " " + value.getText() + " " + unit.getText());
    }

    /// The newest reading; of a target that does not answer the last value there was.
    private static Reading reading(Optional<Vital> vital, boolean fresh) {
        if (vital.isEmpty()) {
            return Reading.unavailable(Messages.text("gauge.absent"));
        }
        Vital there = vital.get();
        return fresh || there.latest().isKnown() || there.series().isEmpty()
                ? there.latest()
                : Reading.of(there.series().points().getLast().value());
    }
}
