package io.hotlens.ui.threads;

import io.hotlens.ui.control.Ink;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;
import io.hotlens.ui.threads.FlameTree.Frame;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A flame graph, callers above what they call, as wide as their share. Belongs to the JavaFX
/// thread.
///
/// A click or Enter makes a frame the widest, Escape or a click above goes back; arrow keys walk.
final class FlameChart extends Region {

    private static final double ROW = 22;
    private static final double NARROWEST = 0.5;
    private static final double NARROWEST_TEXT = 40;
    private static final double CHARACTER = 7.3;

    private record Box(Frame frame, double x, double y, double width) {
        boolean has(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + ROW;
        }
    }

    private final Canvas canvas = new Canvas();
    private final Ink line = new Ink("flame-frame", this::draw);
    private final Ink found = new Ink("flame-found", this::draw);
    private final Ink text = new Ink("flame-text", this::draw);
    private final Ink focus = new Ink("flame-focus", this::draw);
    private final Consumer<String> told;
    private final List<Box> boxes = new ArrayList<>();

    private Frame root = FlameTree.of(List.of(), "");
    private Frame widest = root;
    private Frame chosen = root;
    private String search = "";

    /// @param told of the frame under the mouse or the chosen one, in words
    FlameChart(Consumer<String> told) {
        this.told = told;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(canvas, line.node(), found.node(), text.node(), focus.node());
        setOnMouseMoved(
                event -> at(event.getX(), event.getY()).ifPresent(box -> tell(box.frame())));
        setOnMouseExited(_ -> tell(chosen));
        setOnMouseClicked(
                event -> {
                    requestFocus();
                    at(event.getX(), event.getY()).ifPresent(box -> zoom(box.frame()));
                });
        setOnKeyPressed(
                event -> {
                    if (walk(event.getCode())) {
                        event.consume();
                    }
                });
        focusedProperty().subscribe(_ -> draw());
    }

    /// Draws a tree; what was the widest stays so when it is there again.
    void show(Frame tree) {
        List<String> way = way(widest);
        root = tree;
        widest = tree;
        for (String name : way) {
            Optional<Frame> next =
                    widest.callees().stream().filter(f -> f.name().equals(name)).findFirst();
            if (next.isEmpty()) {
                break;
            }
            widest = next.get();
        }
        chosen = widest;
        setMinHeight(ROW * FlameTree.height(root));
        setPrefHeight(ROW * FlameTree.height(root));
        tell(chosen);
        draw();
    }

    private static List<String> way(Frame to) {
        var names = new ArrayList<String>();
        for (Frame at = to; at.caller().isPresent(); at = at.caller().get()) {
            names.addFirst(at.name());
        }
        return names;
    }

    /// Marks the frames whose name has this text.
    void search(String wanted) {
        search = wanted.strip().toLowerCase(Locale.ROOT);
        draw();
    }

    private void zoom(Frame frame) {
        widest = frame;
        choose(frame);
    }

    private void choose(Frame frame) {
        chosen = frame;
        tell(frame);
        draw();
    }

    private void tell(Frame frame) {
        double share = root.weight() == 0 ? 0 : 100 * frame.weight() / root.weight();
        String words =
                Messages.text(
                        "thread.frame",
                        frame.name(),
                        Formats.number(share),
                        Formats.number(frame.weight()));
        told.accept(root.weight() == 0 ? "" : words);
        setAccessibleText(words);
    }

    private boolean walk(KeyCode key) {
        Optional<Frame> next =
                switch (key) {
                    case DOWN -> chosen.callees().stream().findFirst();
                    case UP -> chosen == widest ? Optional.empty() : chosen.caller();
                    case RIGHT -> beside(1);
                    case LEFT -> beside(-1);
                    default -> Optional.empty();
                };
        switch (key) {
            case DOWN, UP, RIGHT, LEFT -> next.ifPresent(this::choose);
            case ENTER -> zoom(chosen);
            case ESCAPE -> {
                if (widest == root) {
                    return false;
                }
                zoom(widest.caller().orElse(root));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<Frame> beside(int step) {
        return chosen.caller()
                .map(Frame::callees)
                .flatMap(
                        all -> {
                            int at = all.indexOf(chosen) + step;
                            return at >= 0 && at < all.size()
                                    ? Optional.of(all.get(at))
                                    : Optional.empty();
                        });
    }

    private Optional<Box> at(double x, double y) {
        return boxes.stream().filter(box -> box.has(x, y)).findFirst();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        boxes.clear();
        if (canvas.getWidth() < 2 || root.weight() == 0) {
            return;
        }
        g.setFont(Font.font("Inter", 12));
        g.setTextBaseline(VPos.CENTER);
        double y = ROW * widest.depth();
        Optional<Frame> above = widest.caller();
        for (double up = y - ROW; above.isPresent(); up -= ROW) {
            draw(g, new Box(above.get(), 0, up, canvas.getWidth()));
            above = above.get().caller();
        }
        place(g, new Box(widest, 0, y, canvas.getWidth()));
    }

    private void place(GraphicsContext g, Box box) {
        draw(g, box);
        double x = box.x();
        for (Frame callee : box.frame().callees()) {
            double width = box.width() * callee.weight() / box.frame().weight();
            if (width >= NARROWEST) {
                place(g, new Box(callee, x, box.y() + ROW, width));
            }
            x += width;
        }
    }

    private void draw(GraphicsContext g, Box box) {
        boxes.add(box);
        boolean marked =
                !search.isEmpty() && box.frame().name().toLowerCase(Locale.ROOT).contains(search);
        g.setFill(marked ? found.color() : shade(line.color(), box.frame().name()));
        g.fillRect(box.x(), box.y(), Math.max(1, box.width() - 1), ROW - 1);
        if (box.frame() == chosen && isFocused()) {
            g.setStroke(focus.color());
            g.setLineWidth(2);
            g.strokeRect(box.x() + 1, box.y() + 1, Math.max(1, box.width() - 3), ROW - 3);
        }
        if (box.width() >= NARROWEST_TEXT) {
            g.setFill(text.color());
            g.fillText(
                    fitting(box.frame().name(), box.width() - 8), box.x() + 4, box.y() + ROW / 2);
        }
    }

    /// Neighbours differ a little, and the same method looks the same everywhere.
    private static Color shade(Color base, String name) {
        double by = 0.85 + 0.15 * Math.floorMod(name.hashCode(), 8) / 7.0;
        return base.deriveColor(0, by, 1, 1);
    }

    /// The end of a name says more than its beginning.
    private static String fitting(String name, double width) {
        int most = (int) (width / CHARACTER);
        return name.length() <= most ? name : "…" + name.substring(name.length() - most + 1);
    }
}
