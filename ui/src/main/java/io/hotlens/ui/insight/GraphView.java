package io.hotlens.ui.insight;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.insight.GraphExport.Format;
import io.hotlens.ui.text.Messages;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// A graph that can be walked, moved, zoomed and saved; its keys are [GraphKey].
final class GraphView {

    private final Drawing drawing;
    private final GraphExport export;
    private final GraphInks inks = new GraphInks();
    private final Label said = Words.small("");
    private final Pane pane;
    private final Viewport viewport;
    private final VBox root;

    GraphView(Drawing drawing, Consumer<NotificationId> open, GraphExport export) {
        this.drawing = drawing;
        this.export = export;
        pane =
                GraphPane.of(
                        drawing.graph(),
                        drawing.layout(),
                        new GraphPane.Links(open, this::reveal, this::act),
                        export.tasks().screen());
        viewport = new Viewport(pane);
        viewport.setId("graph");
        viewport.getChildren().addAll(inks.nodes());
        said.setId("graph-said");
        root = new VBox(8, bar(), viewport, Words.shown(said, false));
    }

    Node node() {
        return root;
    }

    private FlowPane bar() {
        Label zoom = Words.small("");
        zoom.setMinWidth(Label.USE_PREF_SIZE);
        viewport.zoom()
                .subscribe(
                        now ->
                                zoom.setText(
                                        Messages.text(
                                                "graph.zoom",
                                                Math.round(now.doubleValue() * 100))));
        var bar =
                new FlowPane(
                        8,
                        8,
                        button("graph-farther", GraphKey.FARTHER),
                        zoom,
                        button("graph-closer", GraphKey.CLOSER),
                        button("graph-whole", GraphKey.WHOLE),
                        save("graph-svg", Format.SVG),
                        save("graph-png", Format.PNG));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String id, GraphKey key) {
        var button = new Button(key.does());
        button.setId(id);
        button.setOnAction(_ -> act(key));
        return button;
    }

    private Button save(String id, Format format) {
        var button = new Button(Messages.text("graph.save", format.name()));
        button.setId(id);
        button.setOnAction(
                _ -> {
                    switch (format) {
                        case SVG -> export.svg(drawing, inks.colours(), this::say);
                        case PNG ->
                                export.png(
                                        drawing,
                                        done ->
                                                GraphPicture.take(
                                                        pane,
                                                        inks.ground(),
                                                        export.tasks().screen(),
                                                        done),
                                        this::say);
                    }
                });
        return button;
    }

    private void say(String sentence) {
        said.setText(sentence);
        Words.shown(said, !sentence.isEmpty());
    }

    private void reveal(Button node) {
        viewport.reveal(node);
    }

    private void act(GraphKey key) {
        switch (key) {
            case CLOSER -> viewport.closer();
            case FARTHER -> viewport.farther();
            case WHOLE -> viewport.whole();
            case TO_EFFECT, TO_CAUSE, BELOW, ABOVE -> {}
        }
    }
}
