package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Shortcut;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.insight.CorrelationGraph.Node;
import io.hotlens.ui.insight.GraphLayout.Box;
import io.hotlens.ui.insight.GraphLayout.Route;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Draws a correlation graph: solid arrows for causes, thin grey ones for what came with what,
/// dashed ones from a hidden cause; dashed too while the root cause is a guess. Belongs to the
/// JavaFX thread, which a large graph gets in pieces.
final class GraphPane {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double PADDING = 24;
    private static final int PIECE = 24;

    /// What can be done in a drawing.
    ///
    /// @param open shows a notification
    /// @param reached told of each node that gets the focus
    /// @param key a key that leads nowhere in the drawing
    record Links(Consumer<NotificationId> open, Consumer<Button> reached, Consumer<GraphKey> key) {}

    private record Drawn(Edge edge, List<javafx.scene.Node> nodes) {}

    private final CorrelationGraph graph;
    private final GraphLayout layout;
    private final GraphWalk walk;
    private final Links links;
    private final Pane pane = new Pane();
    private final Map<String, Button> buttons = new HashMap<>();
    private final List<Drawn> lines = new ArrayList<>();

    private GraphPane(CorrelationGraph graph, GraphLayout layout, Links links) {
        this.graph = graph;
        this.layout = layout;
        this.links = links;
        walk = new GraphWalk(graph, layout);
    }

    /// @param screen runs what is left to draw on the JavaFX thread, a piece at a time
    static Pane of(CorrelationGraph graph, GraphLayout layout, Links links, Executor screen) {
        var drawing = new GraphPane(graph, layout, links);
        Pane pane = drawing.pane;
        pane.getStyleClass().add("graph");
        pane.setMinSize(layout.width(), layout.height());
        pane.setPrefSize(layout.width(), layout.height());
        pane.setMaxSize(layout.width(), layout.height());
        var rest = new ArrayDeque<Runnable>();
        layout.routes().forEach(route -> rest.add(() -> drawing.draw(route)));
        graph.nodes().values().forEach(node -> rest.add(() -> drawing.draw(node)));
        draw(rest, screen);
        return pane;
    }

    private static void draw(Deque<Runnable> rest, Executor screen) {
        for (int i = 0; i < PIECE && !rest.isEmpty(); i++) {
            rest.removeFirst().run();
        }
        if (!rest.isEmpty()) {
            screen.execute(() -> draw(rest, screen));
        }
    }

    private void draw(Node node) {
        Box box = layout.boxes().get(node.key());
        if (box == null) {
            return;
        }
        var button = new Button();
        switch (node.kind()) {
            case Kind.Found(Notification found, boolean root) -> fill(button, node, found, root);
            case Kind.Hidden(String guess) -> fill(button, guess);
        }
        button.getStyleClass().add("graph-node");
        button.setAccessibleText(graph.words(node));
        button.setAlignment(Pos.TOP_LEFT);
        button.setMinSize(box.width(), box.height());
        button.setPrefSize(box.width(), box.height());
        button.setMaxSize(box.width(), box.height());
        button.relocate(box.x(), box.y());
        button.setOnMouseDragged(MouseEvent::consume);
        button.hoverProperty().subscribe(on -> light(node.key(), on));
        button.focusedProperty()
                .subscribe(
                        on -> {
                            light(node.key(), on);
                            if (on) {
                                links.reached().accept(button);
                            }
                        });
        button.setOnKeyPressed(
                event ->
                        Shortcut.of(GraphKey.values(), event)
                                .ifPresent(
                                        key -> {
                                            act(node, key);
                                            event.consume();
                                        }));
        buttons.put(node.key(), button);
        pane.getChildren().add(button);
    }

    private void fill(Button button, Node node, Notification found, boolean root) {
        Label place = Words.chip(String.valueOf(node.place()), "chip-quiet");
        Label type = Words.strong(found.type());
        type.setMinWidth(0);
        var top = new HBox(6, Mark.of(found.severity()).shape(), type, Words.gap(), place);
        top.setAlignment(Pos.CENTER_LEFT);
        Label text = twoLines(found.observation());
        Label when = Words.small(when(node));
        when.setMinWidth(Label.USE_PREF_SIZE);
        var foot = new HBox(8, Words.small(found.operator().value()), Words.gap(), when);
        button.setGraphic(sized(new VBox(4, top, text, foot)));
        Hint.on(button, found.observation());
        if (root) {
            button.getStyleClass().add("graph-root");
        }
        button.setOnAction(_ -> links.open().accept(found.id()));
    }

    /// A cause that nobody saw leads to the first of its symptoms.
    private void fill(Button button, String guess) {
        Label text = twoLines(guess);
        text.getStyleClass().add("guess");
        button.setGraphic(sized(new VBox(4, Words.strong(Messages.text("graph.hidden")), text)));
        button.getStyleClass().add("graph-hidden");
        Hint.on(button, guess);
        button.setOnAction(
                _ ->
                        graph.edges().stream()
                                .flatMap(edge -> graph.notification(edge.to()).stream())
                                .findFirst()
                                .ifPresent(found -> links.open().accept(found.id())));
    }

    private static Label twoLines(String text) {
        Label label = Words.label(text, "small");
        label.setWrapText(true);
        label.setMinHeight(0);
        label.setMaxHeight(34);
        return label;
    }

    private static VBox sized(VBox box) {
        box.setPrefWidth(LayeredLayout.NODE_WIDTH - PADDING);
        box.setMaxWidth(LayeredLayout.NODE_WIDTH - PADDING);
        return box;
    }

    private String when(Node node) {
        String clock =
                graph.notification(node.key())
                        .map(found -> Formats.clock(CorrelationGraph.began(found)))
                        .orElse("");
        return graph.after(node)
                .filter(late -> late.compareTo(Duration.ofSeconds(1)) >= 0)
                .map(late -> Messages.text("graph.when", clock, Formats.duration(late)))
                .orElse(clock);
    }

    private void draw(Route route) {
        Edge edge = route.edge();
        var line = new SVGPath();
        line.setContent(route.path());
        line.getStyleClass().addAll("graph-edge", style(edge.type()));
        if (!edge.grounded()) {
            line.getStyleClass().add("edge-ungrounded");
        }
        var tip = new SVGPath();
        tip.setContent(route.tip());
        tip.getStyleClass().addAll("edge-tip", style(edge.type()));
        Hint.on(line, graph.words(edge));
        var nodes = new ArrayList<javafx.scene.Node>(List.of(line, tip));
        route.label().ifPresent(box -> nodes.add(label(edge, box)));
        lines.add(new Drawn(edge, nodes));
        pane.getChildren().addAll(nodes);
    }

    private Label label(Edge edge, Box box) {
        Label label = Words.label(graph.label(edge), "small", "edge-label");
        label.setMinSize(box.width(), box.height());
        label.setMaxSize(box.width(), box.height());
        label.setAlignment(Pos.CENTER);
        label.relocate(box.x(), box.y());
        Hint.on(label, graph.words(edge));
        return label;
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
                .flatMap(line -> line.nodes().stream())
                .forEach(shape -> shape.pseudoClassStateChanged(LIT, on));
    }

    private void act(Node from, GraphKey key) {
        Optional<Button> next = walk.step(from.key(), key).map(buttons::get);
        next.ifPresentOrElse(Button::requestFocus, () -> links.key().accept(key));
    }
}
