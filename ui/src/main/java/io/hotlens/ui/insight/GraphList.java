package io.hotlens.ui.insight;

import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.CorrelationGraph.Node;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// A graph as a list: what was found in the order of time, then what hangs on what. Every statement
/// opens the evidence behind it.
final class GraphList {

    private static final int MOST = 100;

    private final CorrelationGraph graph;
    private final Consumer<NotificationId> open;

    private GraphList(CorrelationGraph graph, Consumer<NotificationId> open) {
        this.graph = graph;
        this.open = open;
    }

    static VBox of(CorrelationGraph graph, Consumer<NotificationId> open) {
        var list = new GraphList(graph, open);
        var box = new VBox(8, Words.small(Messages.text("graph.in_time")));
        graph.nodes().values().stream()
                .filter(node -> node.place() > 0)
                .limit(MOST)
                .forEach(
                        node ->
                                graph.notification(node.key())
                                        .ifPresent(
                                                found ->
                                                        box.getChildren()
                                                                .add(list.moment(node, found))));
        box.getChildren().add(Words.small(Messages.text("graph.hangs")));
        graph.edges().stream().limit(MOST).forEach(edge -> box.getChildren().add(list.link(edge)));
        if (graph.edges().isEmpty()) {
            box.getChildren().add(Words.wrapped(Messages.text("insights.alone"), "muted"));
        }
        int more = graph.nodes().size() + graph.edges().size() - 2 * MOST;
        if (more > 0) {
            box.getChildren().add(Words.small(Messages.text("graph.more", MOST)));
        }
        return box;
    }

    private VBox moment(Node node, Notification found) {
        Label when =
                Words.small(
                        Messages.text(
                                "graph.moment",
                                node.place(),
                                Formats.clock(CorrelationGraph.began(found))));
        return new VBox(2, row(when, chip(found)), Words.wrapped(found.observation()));
    }

    private VBox link(Edge edge) {
        var chips = row();
        graph.notification(edge.from()).ifPresent(found -> chips.getChildren().add(chip(found)));
        graph.notification(edge.to()).ifPresent(found -> chips.getChildren().add(chip(found)));
        return new VBox(2, Words.wrapped(graph.words(edge)), chips);
    }

    private static FlowPane row(javafx.scene.Node... nodes) {
        var row = new FlowPane(8, 4, nodes);
        row.setRowValignment(VPos.CENTER);
        return row;
    }

    private Button chip(Notification found) {
        var chip = new Button(found.type());
        chip.setMnemonicParsing(false);
        chip.setGraphic(Mark.of(found.severity()).shape());
        chip.getStyleClass().add("evidence-chip");
        chip.setAccessibleText(Messages.text("graph.evidence", found.type(), found.observation()));
        chip.setOnAction(_ -> open.accept(found.id()));
        return chip;
    }
}
