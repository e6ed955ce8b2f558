package io.hotlens.ui.threads;

import io.hotlens.ui.control.Hint;
import io.hotlens.ui.control.Words;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.threads.LockGraph.Holder;
import io.hotlens.ui.threads.LockGraph.Knot;
import io.hotlens.ui.threads.LockGraph.Wait;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;

import java.util.function.Consumer;

/// Draws who waits for whom: a deadlock as a ring, a contended lock as its holder with the waiters
/// beside it. Arrows go from who waits to who holds.
final class LockPane {

    private static final double WIDE = 240;
    private static final double HIGH = 64;
    private static final double ACROSS = 184;
    private static final double DOWN = 16;
    private static final double EDGE = 8;
    private static final double BELOW = 56;

    private final Knot knot;
    private final Consumer<String> open;
    private final Pane pane = new Pane();

    private LockPane(Knot knot, Consumer<String> open) {
        this.knot = knot;
        this.open = open;
    }

    /// @param open shows where the thread of a name stands
    static VBox of(LockGraph graph, Consumer<String> open) {
        var all = new VBox(16);
        graph.knots().forEach(knot -> all.getChildren().add(card(knot, open)));
        return all;
    }

    private static Node card(Knot knot, Consumer<String> open) {
        var drawing = new LockPane(knot, open);
        knot.waits().forEach(drawing::draw);
        for (int i = 0; i < knot.threads().size(); i++) {
            drawing.draw(knot.threads().get(i), i);
        }
        drawing.pane.setMinSize(drawing.width(), drawing.height());
        drawing.pane.setPrefSize(drawing.width(), drawing.height());
        Label title =
                knot.deadlock()
                        ? Words.label(
                                Messages.text("thread.deadlock", knot.threads().size()),
                                "strong",
                                "danger-text")
                        : Words.strong(
                                Messages.text(
                                        "thread.contended",
                                        shortName(knot.waits().getFirst().lock()),
                                        knot.waits().size() + knot.unseen()));
        var box = new VBox(8, title, drawing.pane);
        if (knot.unseen() > 0) {
            box.getChildren().add(Words.small(Messages.text("thread.unseen", knot.unseen())));
        }
        box.getStyleClass().add("card");
        return box;
    }

    private double width() {
        int columns = knot.deadlock() ? knot.threads().size() : 2;
        return 2 * EDGE + columns * WIDE + (columns - 1) * ACROSS;
    }

    private double height() {
        int rows = knot.deadlock() ? 1 : Math.max(1, knot.threads().size() - 1);
        return 2 * EDGE + rows * HIGH + (rows - 1) * DOWN + (knot.deadlock() ? BELOW : 0);
    }

    /// Waiters stand left, the holder right of them; the threads of a ring stand side by side.
    private double x(int thread) {
        int column = knot.deadlock() ? thread : thread == 0 ? 1 : 0;
        return EDGE + column * (WIDE + ACROSS);
    }

    private double y(int thread) {
        int row = knot.deadlock() || thread == 0 ? 0 : thread - 1;
        return EDGE + row * (HIGH + DOWN);
    }

    private void draw(Holder thread, int place) {
        boolean known = !thread.thread().isEmpty();
        Label name =
                known
                        ? Words.strong(thread.thread())
                        : Words.muted(Messages.text("thread.holder_unknown"));
        var box = new VBox(4, name, Words.small(shortName(thread.method())));
        box.setPrefWidth(WIDE - 24);
        box.setMaxWidth(WIDE - 24);
        var button = new Button();
        button.setGraphic(box);
        button.setAlignment(Pos.TOP_LEFT);
        button.getStyleClass().add("graph-node");
        button.setPrefSize(WIDE, HIGH);
        button.setMaxSize(WIDE, HIGH);
        button.relocate(x(place), y(place));
        button.setDisable(!known);
        button.setAccessibleText(said(thread, place));
        Hint.on(button, said(thread, place));
        button.setOnAction(_ -> open.accept(thread.thread()));
        pane.getChildren().add(button);
    }

    private String said(Holder thread, int place) {
        return knot.waits().stream()
                .filter(wait -> wait.waiter() == place)
                .findFirst()
                .map(
                        wait ->
                                Messages.text(
                                        "thread.waits",
                                        thread.thread(),
                                        wait.lock(),
                                        knot.threads().get(wait.holder()).thread(),
                                        thread.method()))
                .orElseGet(() -> Messages.text("thread.holds", thread.thread(), thread.method()));
    }

    private void draw(Wait wait) {
        boolean back = knot.deadlock() && wait.holder() < wait.waiter();
        double x1 = x(wait.waiter()) + (back ? WIDE / 2 : WIDE);
        double y1 = y(wait.waiter()) + (back ? HIGH : HIGH / 2);
        double x2 = x(wait.holder()) + (back ? WIDE / 2 : 0);
        double y2 = y(wait.holder()) + (back ? HIGH : HIGH / 2);
        double bend = ACROSS / 2;
        var curve =
                back
                        ? new CubicCurve(x1, y1, x1, y1 + BELOW, x2, y2 + BELOW, x2, y2)
                        : new CubicCurve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2);
        curve.getStyleClass().addAll("graph-edge", "edge-causal");
        var tip =
                back
                        ? new Polygon(x2, y2, x2 - 5, y2 + 9, x2 + 5, y2 + 9)
                        : new Polygon(x2, y2, x2 - 9, y2 - 5, x2 - 9, y2 + 5);
        tip.getStyleClass().addAll("edge-tip", "edge-causal");
        pane.getChildren().addAll(curve, tip);
        if (knot.deadlock()) {
            Label lock = Words.small(shortName(wait.lock()));
            lock.setPrefWidth(ACROSS - 32);
            lock.setAlignment(Pos.CENTER);
            lock.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            lock.relocate(
                    back ? (x1 + x2) / 2 - (ACROSS - 32) / 2 : x1 + 16,
                    back ? y1 + BELOW * 0.75 - 28 : y1 - 22);
            pane.getChildren().add(lock);
        }
    }

    /// `com.shop.Cart$Lock` as `Cart$Lock`, `com.shop.Cart.add:12` as `Cart.add:12`.
    static String shortName(String name) {
        int at = 0;
        while (at < name.length() && Character.isLowerCase(name.charAt(at))) {
            int dot = name.indexOf('.', at);
            if (dot < 0) {
                return name;
            }
            at = dot + 1;
        }
        return name.substring(Math.min(at, name.length()));
    }
}
