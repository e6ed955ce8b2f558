package io.hotlens.ui.control;

import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Colours, dashes and lettering of a chart, as the style sheet sets them.
final class ChartInks {

    private static final int COLOURS = 4;
    private static final double[][] DASHES = {{}, {8, 4}, {2, 3}, {8, 3, 2, 3}};
    private static final double USUAL_SIZE = 12;

    private final Ink usual;
    private final Ink grid;
    private final Ink text;
    private final Ink alarm;
    private final Ink ground;
    private final List<Ink> lines;
    private final Text lettering = new Text();

    /// @param onChange called when one of them is another
    ChartInks(Runnable onChange) {
        usual = new Ink("chart-usual", onChange);
        grid = new Ink("chart-grid", onChange);
        text = new Ink("chart-text", onChange);
        alarm = new Ink("chart-alarm", onChange);
        ground = new Ink("chart-ground", onChange);
        lines = IntStream.range(0, COLOURS).mapToObj(i -> new Ink(style(i), onChange)).toList();
        lettering.getStyleClass().add("chart-lettering");
        lettering.setManaged(false);
        lettering.setVisible(false);
        lettering.fontProperty().addListener((_, _, _) -> onChange.run());
    }

    /// Must be children of the node that draws.
    List<Node> nodes() {
        var nodes = new ArrayList<Node>(lines.stream().map(Ink::node).toList());
        nodes.addAll(List.of(usual.node(), grid.node(), text.node(), alarm.node(), ground.node()));
        nodes.add(lettering);
        return nodes;
    }

    Color usual() {
        return usual.color();
    }

    Color grid() {
        return grid.color();
    }

    Color text() {
        return text.color();
    }

    Color alarm() {
        return alarm.color();
    }

    Color ground() {
        return ground.color(0.92);
    }

    /// The style class that colours the n-th line.
    static String style(int index) {
        int colour = (index + index / COLOURS) % COLOURS;
        return colour == 0 ? "chart-line" : "chart-line-" + colour;
    }

    /// The colour of the n-th line; with its dashes it is told from fifteen others.
    Color line(int index) {
        return lines.get((index + index / COLOURS) % COLOURS).color();
    }

    /// The dashes of the n-th line; none for the first.
    static double[] dashes(int index) {
        return DASHES[index % DASHES.length].clone();
    }

    Font font() {
        return lettering.getFont();
    }

    /// How much larger than usual the texts of the window are.
    double scale() {
        return font().getSize() / USUAL_SIZE;
    }
}
