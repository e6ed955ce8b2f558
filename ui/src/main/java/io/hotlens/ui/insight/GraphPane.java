package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Draws a correlation graph: solid arrows for causes, thin grey lines for what came with what,
/// dashed lines from a hidden cause; dashed too while the root cause is a guess.
final class GraphPane {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double WIDE = 208;
    private static final double HIGH = 92;
    private static final double ACROSS = 48;
    private static final double DOWN = 24;
    private static final double EDGE = 16;

    private record Drawn(Edge edge, List<Shape> shapes) {}

    private final CorrelationGraph graph;
    private final Consumer<NotificationId> open;
    private final Pane pane = new Pane();
    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final List<Drawn> lines = new ArrayList<>();

    private GraphPane(CorrelationGraph graph, Consumer<NotificationId> open) {
        this.graph = graph;
        this.open = open;
    }

    static Pane of(CorrelationGraph graph, Consumer<NotificationId> open) {
        var drawing = new GraphPane(graph, open);
        drawing.graph.edges().forEach(drawing::draw);
        drawing.graph.nodes().values().forEach(drawing::draw);
        drawing.pane.getStyleClass().add("graph");
        drawing.pane.setPrefSize(drawing.width(), drawing.height());
        drawing.pane.setMinSize(drawing.width(), drawing.height());
        return drawing.pane;
    }

    private double width() {
        return x(graph.nodes().values().stream().mapToInt(n -> n.column()).max().orElse(0))
                + WIDE
                + EDGE;
    }

    private double height() {
        return y(graph.nodes().values().stream().mapToInt(n -> n.row()).max().orElse(0))
                + HIGH
                + (hasFar() ? 3 * EDGE : EDGE);
    }

    /// Where edges over more than one column pass, below all nodes.
    private double low() {
        return height() + EDGE;
    }

    private boolean hasFar() {
        return graph.edges().stream().anyMatch(edge -> column(edge.to()) - column(edge.from()) > 1);
    }

    private int column(String key) {
        var node = graph.nodes().get(key);
        return node == null ? 0 : node.column();
    }

    private static double x(int column) {
        return EDGE + column * (WIDE + ACROSS);
    }

    private static double y(int row) {
        return EDGE + row * (HIGH + DOWN);
    }

    private void draw(CorrelationGraph.Node node) {
        var button = new Button();
        switch (node.kind()) {
            case Kind.Found(Notification found, boolean root) -> fill(button, found, root);
            case Kind.Hidden(String guess) -> {
                Label text = Words.wrapped(guess, "small", "guess");
                text.setMaxHeight(36);
                text.setMinHeight(0);
                var box = new VBox(4, Words.strong(Messages.text("graph.hidden")), text);
                button.setGraphic(box);
                button.getStyleClass().add("graph-hidden");
                button.setTooltip(new Tooltip(guess));
            }
        }
        button.getStyleClass().add("graph-node");
        button.setAlignment(Pos.TOP_LEFT);
        button.setPrefSize(WIDE, HIGH);
        button.setMaxSize(WIDE, HIGH);
        button.relocate(x(node.column()), y(node.row()));
        button.hoverProperty().subscribe(on -> light(node.key(), on));
        button.focusedProperty().subscribe(on -> light(node.key(), on));
        button.setOnKeyPressed(
                key -> Shortcut.of(GraphKey.values(), key).ifPresent(k -> walk(node, k)));
        buttons.put(node.key(), button);
        pane.getChildren().add(button);
    }

    private void fill(Button button, Notification found, boolean root) {
        Label when = Words.small(Formats.clock(found.detectedAt()));
        when.setMinWidth(Label.USE_PREF_SIZE);
        Label type = Words.strong(found.type());
        type.setMinWidth(0);
        var top = new HBox(6, Mark.of(found.severity()).shape(), type);
        top.setAlignment(Pos.CENTER_LEFT);
        Label text = Words.label(found.observation(), "small");
        text.setWrapText(true);
        text.setMaxHeight(34);
        var foot = new HBox(8, Words.small(found.operator().value()), Words.gap(), when);
        var box = new VBox(4, top, text, foot);
        box.setPrefWidth(WIDE - 24);
        box.setMaxWidth(WIDE - 24);
        button.setGraphic(box);
        button.setTooltip(new Tooltip(found.observation()));
        button.setAccessibleText(
                Messages.text(
                        root ? "graph.root_node" : "graph.node",
                        found.type(),
                        found.observation()));
        if (root) {
            button.getStyleClass().add("graph-root");
        }
        button.setOnAction(_ -> open.accept(found.id()));
    }

    private void draw(Edge edge) {
        var from = graph.nodes().get(edge.from());
        var to = graph.nodes().get(edge.to());
        if (from == null || to == null) {
            return;
        }
        boolean sameColumn = from.column() == to.column();
        double x1 = x(from.column()) + (sameColumn ? WIDE / 2 : WIDE);
        double y1 = y(from.row()) + (sameColumn ? HIGH : HIGH / 2);
        double x2 = x(to.column()) + (sameColumn ? WIDE / 2 : 0);
        double y2 = y(to.row()) + (sameColumn ? 0 : HIGH / 2);
        boolean far = to.column() - from.column() > 1;
        double bend = sameColumn ? 0 : ACROSS / 2;
        var curve =
                far
                        ? new CubicCurve(
                                x1 - 24,
                                y1 + HIGH / 2,
                                x1,
                                low(),
                                x2,
                                low(),
                                x2 + 24,
                                y2 + HIGH / 2)
                        : new CubicCurve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        curve.getStyleClass().addAll("graph-edge", style(edge.type()));
        if (!edge.grounded()) {
            curve.getStyleClass().add("edge-ungrounded");
        }
        var shapes = new ArrayList<Shape>(List.of(curve));
        if (edge.type() == CorrelationType.CAUSAL) {
            var tip =
                    far
                            ? new Polygon(
                                    x2 + 24,
                                    y2 + HIGH / 2,
                                    x2 + 17,
                                    y2 + HIGH / 2 + 8,
                                    x2 + 27,
                                    y2 + HIGH / 2 + 9)
                            : sameColumn
                                    ? new Polygon(x2, y2, x2 - 5, y2 - 9, x2 + 5, y2 - 9)
                                    : new Polygon(x2, y2, x2 - 9, y2 - 5, x2 - 9, y2 + 5);
            tip.getStyleClass().add("edge-tip");
            shapes.add(tip);
        }
        Tooltip.install(curve, new Tooltip(graph.words(edge)));
        lines.add(new Drawn(edge, shapes));
        pane.getChildren().addAll(shapes);
    }

    private static String style(CorrelationType type) {
        return switch (type) {
            case CAUSAL -> "edge-causal";
            case TEMPORAL -> "edge-temporal";
            case SYMPTOMATIC -> "edge-symptomatic";
        };
    }

    private void light(String key, boolean on) {
        lines.stream()
                .filter(line -> line.edge().from().equals(key) || line.edge().to().equals(key))
                .flatMap(line -> line.shapes().stream())
                .forEach(shape -> shape.pseudoClassStateChanged(LIT, on));
    }

    /// Arrow keys go along the edges, and up and down within a column.
    private void walk(CorrelationGraph.Node from, GraphKey key) {
        Optional<String> next =
                switch (key) {
                    case TO_EFFECT ->
                            graph.edges().stream()
                                    .filter(edge -> edge.from().equals(from.key()))
                                    .map(Edge::to)
                                    .findFirst();
                    case TO_CAUSE ->
                            graph.edges().stream()
                                    .filter(edge -> edge.to().equals(from.key()))
                                    .map(Edge::from)
                                    .findFirst();
                    case BELOW -> beside(from, 1);
                    case ABOVE -> beside(from, -1);
                };
        next.map(buttons::get).ifPresent(Button::requestFocus);
    }

    private Optional<String> beside(CorrelationGraph.Node from, int step) {
        return graph.nodes().values().stream()
                .filter(n -> n.column() == from.column() && n.row() == from.row() + step)
                .map(CorrelationGraph.Node::key)
                .findFirst();
    }
}
