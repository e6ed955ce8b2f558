package io.hotlens.ui.overview;

import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.ChartLine;
import io.hotlens.ui.control.ChartTime;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Showing;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A gauge as value, unit and a small line; or why it is not measured. While the charts point at an
/// instant, the value is that of then.
final class GaugeTile {

    private static final double SPARK = 38;

    private final Gauge gauge;
    private final ChartTime time;
    private final Label value = Words.label("", "tile-value");
    private final Label unit = Words.small("");
    private final Label missing = Words.label("", "small", "tile-missing");
    private final TimeChart spark;
    private final ToggleButton root = new ToggleButton();
    private final Hint hint = Hint.on(root);
    private ChartLine line = new ChartLine("", Series.EMPTY);
    private Unit measured = Unit.COUNT;
    private String present = "";
    private String presentUnit = "";

    GaugeTile(Gauge gauge, ChartTime time) {
        this.gauge = gauge;
        this.time = time;
        spark = TimeChart.spark(time);
        missing.setWrapText(true);
        missing.setMinHeight(0);
        Label title = Words.small(gauge.title());
        title.setMinWidth(0);
        value.setMinWidth(Label.USE_PREF_SIZE);
        unit.setMinWidth(Label.USE_PREF_SIZE);
        var row = new HBox(4, title, Words.gap(), value, unit);
        row.setAlignment(Pos.BASELINE_LEFT);
        spark.setPrefHeight(SPARK);
        spark.setMinHeight(SPARK);
        var box = new VBox(4, row, spark, missing);
        box.setMinWidth(0);
        root.setGraphic(box);
        root.getStyleClass().addAll("card", "tile");
        root.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        root.setMinWidth(0);
        box.prefWidthProperty().bind(root.widthProperty().subtract(34));
        Showing.follow(root, time.cursor(), _ -> tell());
    }

    ToggleButton node() {
        return root;
    }

    void show(Vitals vitals, boolean fresh) {
        Optional<Vital> vital = gauge.in(vitals);
        line = new ChartLine("", vital.map(one -> one.series(time.longest())).orElse(Series.EMPTY));
        measured = vital.map(Vital::unit).orElse(Unit.COUNT);
        Reading reading = reading(vital, fresh);
        switch (reading) {
            case Reading.Known(double number) -> {
                present = Formats.number(number);
                presentUnit = fresh ? measured.symbol() : Messages.text("gauge.old");
            }
            case Reading.Unavailable(String why) -> {
                present = "–";
                presentUnit = "";
                missing.setText(Messages.text("gauge.missing", why));
            }
        }
        Words.shown(missing, !reading.isKnown());
        Words.shown(spark, reading.isKnown());
        Optional<Normality.Row> normal = vital.flatMap(v -> vitals.normality().row(v.metric()));
        spark.stale(!fresh);
        spark.expect(normal.flatMap(Normality.Row::band));
        spark.show(List.of(line), measured);
        String meaning =
                vital.map(v -> Normality.meaning(v.metric(), normal))
                        .orElseGet(() -> Messages.text("gauge.absent"));
        hint.say(reading.isKnown() ? meaning : meaning + "\n" + missing.getText());
        tell();
    }

    /// The oldest value that is drawn.
    Optional<Instant> first() {
        return line.series().points().stream().findFirst().map(Series.Point::at);
    }

    private void tell() {
        Optional<Series.Point> pointed = time.cursor().get().flatMap(line::at);
        value.setText(pointed.map(point -> Formats.number(point.value())).orElse(present));
        unit.setText(pointed.isPresent() ? measured.symbol() : presentUnit);
        root.setAccessibleText(gauge.title() + " " + value.getText() + " " + unit.getText());
    }

    /// The newest reading; of a target that does not answer the last value there was.
    private Reading reading(Optional<Vital> vital, boolean fresh) {
        if (vital.isEmpty()) {
            return Reading.unavailable(Messages.text("gauge.absent"));
        }
        Reading latest = vital.get().latest();
        return fresh || latest.isKnown() || line.series().isEmpty()
                ? latest
                : Reading.of(line.series().points().getLast().value());
    }
}
