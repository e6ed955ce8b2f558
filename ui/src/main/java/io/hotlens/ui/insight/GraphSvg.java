package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.Notification;
import io.hotlens.ui.control.Mark;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.insight.CorrelationGraph.Node;
import io.hotlens.ui.insight.GraphLayout.Box;
import io.hotlens.ui.insight.GraphLayout.Route;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A laid out graph as an SVG document. Texts come from the target: they are escaped, and whole in
/// the titles that a viewer shows under the mouse.
final class GraphSvg {

    private static final double SMALL = 12;
    private static final double LARGE = 14;
    private static final double INSIDE = 12;
    private static final double LINE = 17;
    private static final double MARK = 18;
    private static final String MORE = "…";

    private final CorrelationGraph graph;
    private final GraphLayout layout;
    private final GraphColours colours;
    private final ToDoubleFunction<String> width;
    private final SvgWriter out = new SvgWriter();

    private GraphSvg(
            CorrelationGraph graph,
            GraphLayout layout,
            GraphColours colours,
            ToDoubleFunction<String> width) {
        this.graph = graph;
        this.layout = layout;
        this.colours = colours;
        this.width = width;
    }

    /// @param title of the document
    /// @param width of a small text in pixels
    static String of(
            String title,
            CorrelationGraph graph,
            GraphLayout layout,
            GraphColours colours,
            ToDoubleFunction<String> width) {
        return new GraphSvg(graph, layout, colours, width).write(title);
    }

    private String write(String title) {
        double wide = Math.ceil(layout.width());
        double high = Math.ceil(layout.height());
        out.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                wide,
                "height",
                high,
                "viewBox",
                SvgWriter.numbers(0, 0, wide, high),
                "font-family",
                "Inter, sans-serif",
                "role",
                "img");
        out.written("title", title);
        out.written("rect", "", "width", "100%", "height", "100%", "fill", colours.ground());
        layout.routes().forEach(this::write);
        graph.nodes().values().forEach(this::write);
        out.end("svg");
        return out.toString();
    }

    private void write(Route route) {
        CorrelationType type = route.edge().type();
        String colour = type == CorrelationType.CAUSAL ? colours.text() : colours.quiet();
        boolean dashed = type == CorrelationType.SYMPTOMATIC || !route.edge().grounded();
        out.begin("g", "class", "edge " + type.word());
        out.written("title", graph.words(route.edge()));
        out.written(
                "path",
                "",
                "d",
                route.path(),
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                type == CorrelationType.TEMPORAL ? 1.0 : 2.0,
                "stroke-dasharray",
                dashed ? "6 5" : "none");
        out.written("path", "", "d", route.tip(), "fill", colour);
        route.label()
                .ifPresent(
                        label ->
                                small(
                                        label.centerX(),
                                        label.y() + SMALL,
                                        "middle",
                                        graph.label(route.edge())));
        out.end("g");
    }

    private void write(Node node) {
        Box box = layout.boxes().get(node.key());
        if (box == null) {
            return;
        }
        switch (node.kind()) {
            case Kind.Found(Notification found, boolean root) -> {
                out.begin("g", "class", "node");
                out.written("title", graph.words(node));
                frame(box, root ? colours.accent() : colours.border(), root ? 2 : 1, 6, "none");
                out.written(
                        "path",
                        "",
                        "transform",
                        "translate(" + SvgWriter.numbers(box.x() + INSIDE, box.y() + 11) + ")",
                        "d",
                        Mark.of(found.severity()).path(),
                        "fill",
                        colours.of(found.severity()),
                        "fill-rule",
                        "evenodd");
                String title = Messages.text("graph.moment", node.place(), found.type());
                large(box, box.x() + INSIDE + MARK, title, box.width() - 2 * INSIDE - MARK);
                small(box, found.observation());
                foot(box, found);
                out.end("g");
            }
            case Kind.Hidden(String guess) -> {
                out.begin("g", "class", "node hidden");
                out.written("title", graph.words(node));
                frame(box, colours.quiet(), 1, box.height() / 2, "5 4");
                String title = Messages.text("graph.hidden");
                large(box, box.x() + 2 * INSIDE, title, box.width() - 4 * INSIDE);
                small(box, guess);
                out.end("g");
            }
        }
    }

    private void frame(Box box, String colour, double thick, double round, String dashes) {
        out.written(
                "rect",
                "",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                round,
                "fill",
                colours.card(),
                "stroke",
                colour,
                "stroke-width",
                thick,
                "stroke-dasharray",
                dashes);
    }

    private void large(Box box, double x, String text, double room) {
        out.written(
                "text",
                fitted(text, room * SMALL / LARGE, true),
                "x",
                x,
                "y",
                box.y() + 22,
                "font-size",
                LARGE,
                "font-weight",
                "600",
                "fill",
                colours.text());
    }

    private void small(Box box, String text) {
        double y = box.y() + 42;
        for (String part : twoLines(text, box.width() - 2 * INSIDE)) {
            small(box.x() + INSIDE, y, "start", part);
            y += LINE;
        }
    }

    private void foot(Box box, Notification found) {
        double y = box.y() + box.height() - 10;
        small(box.x() + INSIDE, y, "start", found.operator().value());
        String clock = Formats.clock(CorrelationGraph.began(found));
        small(box.x() + box.width() - INSIDE, y, "end", clock);
    }

    private void small(double x, double y, String anchor, String text) {
        out.written(
                "text",
                text,
                "x",
                x,
                "y",
                y,
                "font-size",
                SMALL,
                "text-anchor",
                anchor,
                "fill",
                colours.quiet());
    }

    private List<String> twoLines(String text, double room) {
        String plain = text.replaceAll("\\s+", " ").strip();
        String first = fitted(plain, room, false);
        var lines = new ArrayList<String>(List.of(first));
        if (first.length() < plain.length()) {
            lines.add(fitted(plain.substring(first.length()).strip(), room, true));
        }
        return lines;
    }

    /// As much of the beginning as there is room for, by whole words when more follows elsewhere.
    ///
    /// @param last whether nothing follows, so that what is left out is marked
    private String fitted(String text, double room, boolean last) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        String mark = last ? MORE : "";
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (width.applyAsDouble(text.substring(0, middle) + mark) <= room) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        int space = text.lastIndexOf(' ', fits);
        int end = !last && space > 0 ? space : Math.max(1, fits);
        boolean half = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end) + mark;
    }
}
