package io.hotlens.ui.control;

import io.hotlens.skills.metric.Unit;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// A chart on a card, with its title, what its lines are, the way back to now and its values as a
/// table. Belongs to the JavaFX thread.
public final class ChartPane extends VBox {

    private static final double SWATCH = 22;

    private final ChartTime time;
    private final TimeChart chart;
    private final Label title = Words.strong("");
    private final Label about = Words.small("");
    private final Hint whole = Hint.on(about);
    private final FlowPane legend = new FlowPane(12, 2);
    private final HBox actions = new HBox(4);
    private final ToggleButton asTable = new ToggleButton("", new FontIcon(Feather.LIST));
    private final BorderPane body = new BorderPane();
    private List<ChartLine> lines = List.of();
    private Unit unit = Unit.COUNT;

    public ChartPane(String name, ChartTime time) {
        super(4);
        this.time = time;
        chart = TimeChart.large(time);
        getStyleClass().addAll("card", "chart-pane");
        title.setMinWidth(0);
        about.setMinWidth(0);
        about.setMaxWidth(Double.MAX_VALUE);
        var back = new Button(Messages.text("chart.to_now"));
        back.getStyleClass().add("chart-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> time.toNow());
        Showing.follow(this, time.moved(), moved -> Words.shown(back, moved));
        asTable.getStyleClass().add("flat");
        asTable.setAccessibleText(Messages.text("chart.table"));
        Hint.on(asTable, Messages.text("chart.table"));
        asTable.setOnAction(_ -> fill());
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.getChildren().addAll(back, asTable);
        actions.setMinWidth(USE_PREF_SIZE);
        legend.setMinWidth(0);
        legend.setAlignment(Pos.CENTER_LEFT);
        Words.shown(legend, false);
        var head = new HBox(12, title, Words.gap(), actions);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("chart-head");
        Words.shown(about, false);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        getChildren().addAll(head, about, legend, body);
        title(name);
        fill();
    }

    public TimeChart chart() {
        return chart;
    }

    public void title(String name) {
        title.setText(name);
        chart.setAccessibleText(name);
    }

    /// One line about what is shown; the whole of it is in its hint.
    public void about(String words) {
        if (!words.equals(about.getText())) {
            Words.shown(about, !words.isEmpty()).setText(words);
            whole.say(words);
        }
    }

    /// Puts a control before those that every chart has.
    public void add(Node action) {
        actions.getChildren().add(actions.getChildren().size() - 1, action);
    }

    /// Shows lines; which is which is told when there are several.
    public void show(List<ChartLine> shown, Unit of) {
        boolean renamed =
                !shown.stream()
                        .map(ChartLine::name)
                        .toList()
                        .equals(lines.stream().map(ChartLine::name).toList());
        lines = List.copyOf(shown);
        unit = of;
        if (renamed) {
            legend.getChildren().setAll(keys());
            Words.shown(legend, !legend.getChildren().isEmpty());
        }
        chart.show(lines, unit);
        if (!asTable.isVisible()) {
            Words.shown(asTable, true);
            fill();
        }
    }

    /// Puts a node in the place of the chart while there is nothing to draw.
    public void instead(Node empty) {
        lines = List.of();
        Words.shown(legend, false).getChildren().clear();
        Words.shown(asTable, false);
        body.setCenter(empty);
    }

    private List<Node> keys() {
        return java.util.stream.IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).name().isEmpty())
                .mapToObj(this::key)
                .toList();
    }

    private Node key(int index) {
        var swatch = new Line(0, 0, SWATCH, 0);
        swatch.getStyleClass().add(ChartInks.style(index));
        swatch.setStrokeWidth(2);
        for (double dash : ChartInks.dashes(index)) {
            swatch.getStrokeDashArray().add(dash);
        }
        var key = new HBox(6, swatch, Words.small(lines.get(index).name()));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void fill() {
        body.setCenter(
                asTable.isSelected() ? ChartTable.of(lines, unit, time.range().get()) : chart);
    }
}
