package io.hotlens.ui.overview;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.TimeChart;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.OperatorCard;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The overview: one sentence, gauges, a large chart of one of them, the operators.
public final class OverviewView {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final double TILE = 240;

    private final OverviewViewModel model;
    private final List<GaugeTile> tiles = new ArrayList<>();
    private final TimeChart chart = TimeChart.large();
    private final Label chartTitle = Words.small("");
    private final ScrollPane root;

    public OverviewView(OverviewViewModel model) {
        this.model = model;
        chart.setPrefHeight(208);
        chart.setMinHeight(160);
        var chartCard = new VBox(4, chartTitle, chart);
        chartCard.getStyleClass().add("card");
        var page =
                new VBox(
                        16,
                        sentence(),
                        gauges(),
                        chartCard,
                        Words.heading(Messages.text("overview.operators")),
                        operators());
        page.getStyleClass().add("page");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("bare-scroll");
        model.vitals().subscribe(this::show);
        model.connection().subscribe(_ -> show(model.vitals().get()));
        model.picked().subscribe(_ -> show(model.vitals().get()));
    }

    public Parent node() {
        return root;
    }

    private HBox sentence() {
        var mark = new SVGPath();
        Label text = Words.shortHeadline();
        text.setId("health");
        HBox.setHgrow(text, Priority.ALWAYS);
        var open = new Button(Messages.text("overview.open"));
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(_ -> model.openWorst());
        var row = new HBox(12, mark, text, open);
        row.setAlignment(Pos.CENTER_LEFT);
        model.health()
                .subscribe(
                        health -> {
                            text.setText(health.sentence());
                            health.severity().map(Mark::of).orElse(Mark.HEALTHY).show(mark);
                            Words.shown(mark, health.severity().isPresent());
                            Words.shown(open, health.worst().isPresent());
                        });
        return row;
    }

    private HBox gauges() {
        var row = new HBox(16);
        var group = new ToggleGroup();
        for (Gauge gauge : model.gauges()) {
            var tile = new GaugeTile(gauge);
            tile.node().setToggleGroup(group);
            tile.node().setOnAction(_ -> model.picked().set(gauge));
            model.picked().subscribe(now -> tile.node().setSelected(now.equals(gauge)));
            tiles.add(tile);
            row.getChildren().add(tile.node());
        }
        return row;
    }

    private TilePane operators() {
        var pane = new TilePane(16, 16);
        pane.setPrefColumns(4);
        for (OperatorCard card : model.operators()) {
            pane.getChildren().add(OperatorTile.of(card));
        }
        pane.widthProperty()
                .subscribe(
                        width -> {
                            int columns =
                                    Math.max(1, (int) ((width.doubleValue() + 16) / (TILE + 16)));
                            double each = Math.floor((width.doubleValue() + 16) / columns) - 16 - 1;
                            pane.setPrefTileWidth(Math.max(TILE, each));
                        });
        return pane;
    }

    private void show(Vitals vitals) {
        boolean fresh = model.isFresh();
        tiles.forEach(tile -> tile.show(vitals, fresh));
        Gauge gauge = model.picked().get();
        Optional<Vital> vital = gauge.in(vitals);
        Optional<Normality.Row> normal = vital.flatMap(v -> vitals.normality().row(v.metric()));
        chartTitle.setText(
                vital.map(v -> Normality.meaning(v.metric(), normal))
                        .orElseGet(() -> Messages.text("gauge.absent")));
        chart.stale(!fresh);
        chart.expect(normal.flatMap(Normality.Row::band));
        chart.mark(model.moments());
        chart.show(
                vital.map(Vital::series).orElse(Series.EMPTY),
                vital.map(v -> v.metric().unit()).orElse(Unit.COUNT),
                vitals.at(),
                WINDOW);
    }
}
