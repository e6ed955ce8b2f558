package io.hotlens.ui.overview;

import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.control.ChartMark;
import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Tiles;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.model.Normality;
import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The overview: one sentence, gauges, a large chart of one or all of them, the operators.
public final class OverviewView {

    private static final double OPERATOR = 240;
    private static final double TILE = 176;
    private static final double CHART = 420;

    private final OverviewViewModel model;
    private final List<GaugeTile> tiles;
    private final Map<Gauge, ChartPane> charts = new LinkedHashMap<>();
    private final Tiles shown = new Tiles(CHART);
    private final ScrollPane root;

    public OverviewView(OverviewViewModel model) {
        this.model = model;
        tiles = model.gauges().stream().map(one -> new GaugeTile(one, model.time())).toList();
        var page =
                new VBox(
                        16,
                        sentence(),
                        gauges(),
                        shown,
                        Words.heading(Messages.text("overview.operators")),
                        operators());
        page.getStyleClass().add("page");
        root = Scrolls.of(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("bare-scroll");
        Showing.follow(root, model.vitals(), this::show);
        Showing.follow(root, model.connection(), _ -> show(model.vitals().get()));
        Showing.follow(root, model.findings(), _ -> mark());
        Showing.follow(root, model.picked(), _ -> arrange());
        Showing.follow(root, model.all(), _ -> arrange());
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
        Showing.follow(
                row,
                model.health(),
                health -> {
                    text.setText(health.sentence());
                    health.severity().map(Mark::of).orElse(Mark.HEALTHY).show(mark);
                    Words.shown(mark, health.severity().isPresent());
                    Words.shown(open, health.worst().isPresent());
                });
        return row;
    }

    private Tiles gauges() {
        var group = new ToggleGroup();
        for (int i = 0; i < tiles.size(); i++) {
            Gauge gauge = model.gauges().get(i);
            ToggleButton tile = tiles.get(i).node();
            tile.setToggleGroup(group);
            tile.setOnAction(_ -> model.picked().set(gauge));
            Showing.follow(tile, model.picked(), now -> tile.setSelected(now.equals(gauge)));
        }
        var pane = new Tiles(TILE);
        pane.set(tiles.stream().map(GaugeTile::node).toList());
        return pane;
    }

    private ChartPane chart(Gauge gauge) {
        var pane = new ChartPane(gauge.title(), model.time());
        var all = new ToggleButton(Messages.text("overview.all"));
        all.getStyleClass().add("flat");
        all.selectedProperty().bindBidirectional(model.all());
        boolean first = gauge.equals(model.gauges().getFirst());
        Showing.follow(all, model.all(), many -> Words.shown(all, first || !many));
        pane.add(all);
        pane.chart().mark(model.marks());
        return pane;
    }

    private void arrange() {
        List<Gauge> wanted = model.all().get() ? model.gauges() : List.of(model.picked().get());
        shown.set(
                wanted.stream().map(gauge -> charts.computeIfAbsent(gauge, this::chart)).toList());
        show(model.vitals().get());
    }

    private Tiles operators() {
        var pane = new Tiles(OPERATOR);
        pane.set(model.operators().stream().map(OperatorTile::of).toList());
        return pane;
    }

    private void show(Vitals vitals) {
        boolean fresh = model.isFresh();
        tiles.forEach(tile -> tile.show(vitals, fresh));
        model.time()
                .tick(vitals.at(), tiles.stream().flatMap(tile -> tile.first().stream()).toList());
        charts.forEach(
                (gauge, pane) -> {
                    if (shown.getChildren().contains(pane)) {
                        show(gauge, pane, vitals);
                        pane.chart().stale(!fresh);
                    }
                });
    }

    private void mark() {
        List<ChartMark> marks = model.marks();
        charts.values().forEach(pane -> pane.chart().mark(marks));
    }

    private void show(Gauge gauge, ChartPane pane, Vitals vitals) {
        Optional<Vital> vital = gauge.in(vitals);
        Optional<Normality.Row> normal = vital.flatMap(v -> vitals.normality().row(v.metric()));
        pane.about(
                vital.map(v -> Normality.meaning(v.metric(), normal))
                        .orElseGet(() -> Messages.text("gauge.absent")));
        pane.chart().expect(normal.flatMap(Normality.Row::band));
        pane.show(
                gauge.lines(vitals, model.time().longest()),
                vital.map(Vital::unit).orElse(Unit.COUNT));
    }
}
