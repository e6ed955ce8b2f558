package io.hotlens.ui.metrics;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Series;
import io.hotlens.ui.control.ChartPane;
import io.hotlens.ui.control.EmptyState;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Scrolls;
import io.hotlens.ui.control.Showing;
import io.hotlens.ui.control.Tiles;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.metrics.MetricsViewModel.Plotted;
import io.hotlens.ui.metrics.Pin.OfMetric;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Metrics or MBeans to choose from, the chart of the chosen one, and the board below.
public final class MetricsView {

    private static final double PINNED = 310;

    private final MetricsViewModel model;
    private final Label sentence = Words.headline("");
    private final ListView<Metric> metrics;
    private final ChartPane chart;
    private final ToggleButton pin = pinButton("metric-pin");
    private final ToggleButton pinAttribute = pinButton("attribute-pin");
    private final ToggleButton compare = PinPane.compareButton();
    private final BeanPane bean;
    private final StackPane chosen = new StackPane();
    private final Tiles board = new Tiles(PINNED);
    private final List<PinPane> pinned = new ArrayList<>();
    private final Node noPins =
            EmptyState.of(
                    Feather.BOOKMARK,
                    Messages.text("metric.no_pins"),
                    Messages.text("metric.no_pins_next"));
    private final Node noMetric =
            EmptyState.of(
                    Feather.TRENDING_UP,
                    Messages.text("metric.none"),
                    Messages.text("metric.none_next"));
    private final Node noBean =
            EmptyState.of(Feather.BOX, Messages.text("bean.none"), Messages.text("bean.none_next"));
    private final VBox metricFinder;
    private final VBox beanFinder;
    private final BorderPane finder = new BorderPane();
    private final BorderPane root = new BorderPane();
    private boolean ofBeans;

    public MetricsView(MetricsViewModel model) {
        this.model = model;
        sentence.setId("metrics-sentence");
        metrics = list();
        metricFinder = finder();
        beanFinder = new BeanFinder(model.beans()).node();
        chart = new ChartPane("", model.time());
        compare.setId("metric-compare");
        compare.selectedProperty().bindBidirectional(model.compared());
        compare.setOnAction(_ -> draw());
        pin.setOnAction(_ -> own().ifPresent(model.board()::toggle));
        chart.add(compare);
        chart.add(pin);
        var followed = new ChartPane("", model.time());
        pinAttribute.setOnAction(
                _ -> model.beans().charted().get().ifPresent(model.board()::toggle));
        followed.add(pinAttribute);
        bean = new BeanPane(model.beans(), followed);
        var right =
                new VBox(
                        16,
                        chosen,
                        Words.heading(Messages.text("metric.board")),
                        new StackPane(noPins, board));
        right.getStyleClass().add("results");
        var scroll = Scrolls.of(right);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare-scroll");
        finder.getStyleClass().add("metric-finder");
        var split = new SplitPane(finder, scroll);
        split.setDividerPositions(0.32);
        SplitPane.setResizableWithParent(finder, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        var page = new VBox(16, head(), split);
        page.getStyleClass().add("page");
        root.setCenter(page);
        Showing.follow(root, model.chosen(), _ -> draw());
        Showing.follow(root, model.beans().charted(), _ -> draw());
        Showing.follow(root, model.beans().details(), _ -> draw());
        Showing.follow(root, model.board().pins(), this::arrange);
        Showing.follow(root, model.vitals(), _ -> show());
        choose(false);
    }

    public Parent node() {
        return root;
    }

    private static ToggleButton pinButton(String id) {
        var pin = new ToggleButton("", new FontIcon(Feather.BOOKMARK));
        pin.setId(id);
        pin.getStyleClass().add("flat");
        pin.setAccessibleText(Messages.text("metric.pin"));
        Hint.on(pin, Messages.text("metric.pin"));
        return pin;
    }

    private HBox head() {
        var group = new ToggleGroup();
        var ofMetrics = new ToggleButton(Messages.text("metric.metrics"));
        var ofMBeans = new ToggleButton(Messages.text("metric.mbeans"));
        ofMetrics.setId("of-metrics");
        ofMBeans.setId("of-mbeans");
        ofMetrics.setSelected(true);
        for (ToggleButton one : List.of(ofMetrics, ofMBeans)) {
            one.setToggleGroup(group);
            one.setMinWidth(ToggleButton.USE_PREF_SIZE);
            one.setOnAction(
                    _ -> {
                        one.setSelected(true);
                        choose(one.equals(ofMBeans));
                    });
        }
        var head = new HBox(16, sentence, Words.gap(), new HBox(4, ofMetrics, ofMBeans));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void choose(boolean mbeans) {
        ofBeans = mbeans;
        if (mbeans) {
            model.beans().begin();
        }
        finder.setCenter(mbeans ? beanFinder : metricFinder);
        draw();
    }

    private VBox finder() {
        var field = new TextField();
        field.setId("metric-filter");
        field.setPromptText(Messages.text("metric.filter"));
        field.setAccessibleText(Messages.text("metric.filter"));
        field.textProperty().bindBidirectional(model.filter());
        VBox.setVgrow(metrics, Priority.ALWAYS);
        return new VBox(8, field, metrics);
    }

    private ListView<Metric> list() {
        var list = new ListView<Metric>(model.rows());
        list.setId("metric-list");
        list.setAccessibleText(Messages.text("metric.list"));
        list.setCellFactory(_ -> new MetricCell(model));
        list.getStyleClass().add("roomy-list");
        list.setPlaceholder(Words.wrapped(Messages.text("metric.no_match"), "muted"));
        model.chosen().get().ifPresent(list.getSelectionModel()::select);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        metric -> {
                            if (metric != null) {
                                model.chosen().set(Optional.of(metric));
                            }
                        });
        return list;
    }

    /// The pin of the chosen metric.
    private Optional<Pin> own() {
        return model.chosen().get().map(one -> new OfMetric(one.id(), model.compared().get()));
    }

    private void arrange(List<Pin> pins) {
        model.want();
        pinned.removeIf(one -> !pins.contains(one.pin()));
        List<PinPane> next = pins.stream().map(this::pane).toList();
        pinned.clear();
        pinned.addAll(next);
        board.set(pinned.stream().map(PinPane::node).toList());
        Words.shown(board, !pins.isEmpty());
        Words.shown(noPins, pins.isEmpty());
        show();
    }

    private PinPane pane(Pin wanted) {
        return pinned.stream()
                .filter(one -> one.pin().equals(wanted))
                .findFirst()
                .orElseGet(() -> new PinPane(model, wanted));
    }

    private void show() {
        model.refresh();
        sentence.setText(model.sentence());
        draw();
        pinned.forEach(PinPane::show);
        model.time().tick(model.vitals().get().at(), firsts());
    }

    private List<Instant> firsts() {
        Stream<Pin> chosenOne =
                ofBeans
                        ? model.beans().charted().get().stream().map(Pin.class::cast)
                        : own().stream();
        return Stream.concat(chosenOne, model.board().pins().get().stream())
                .map(model::plotted)
                .map(Plotted::lines)
                .flatMap(List::stream)
                .flatMap(line -> line.series().points().stream().limit(1))
                .map(Series.Point::at)
                .toList();
    }

    private void draw() {
        boolean stale = !model.vitals().get().state().isConnected();
        if (ofBeans) {
            pinAttribute.setSelected(
                    model.beans().charted().get().filter(model.board()::has).isPresent());
            bean.draw(model::plotted, stale);
            put(model.beans().details().get().bean().isEmpty() ? noBean : bean.node());
            return;
        }
        pin.setSelected(own().filter(model.board()::has).isPresent());
        own().ifPresent(one -> PinPane.show(chart, model.plotted(one), stale));
        put(own().isPresent() ? chart : noMetric);
    }

    private void put(Node node) {
        if (!chosen.getChildren().contains(node)) {
            chosen.getChildren().setAll(node);
        }
    }
}
