package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.GraphLayout.Box;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where the arrow keys lead: along the edges to causes and effects, up and down within a column.
record GraphWalk(CorrelationGraph graph, GraphLayout layout) {

    /// The key of the node that a step leads to; empty when there is none that way.
    Optional<String> step(String from, GraphKey way) {
        Box here = layout.boxes().get(from);
        if (here == null) {
            return Optional.empty();
        }
        return switch (way) {
            case TO_EFFECT -> along(here, edges(Edge::from, from), Edge::to);
            case TO_CAUSE -> along(here, edges(Edge::to, from), Edge::from);
            case BELOW -> nearest(here, column(here).filter(key -> below(key, here) > 0));
            case ABOVE -> nearest(here, column(here).filter(key -> below(key, here) < 0));
            case CLOSER, FARTHER, WHOLE -> Optional.empty();
        };
    }

    /// Causes and effects go before what only came with it.
    private Optional<String> along(Box here, Stream<Edge> edges, Function<Edge, String> end) {
        return edges.min(
                        Comparator.comparing((Edge edge) -> edge.type() == CorrelationType.TEMPORAL)
                                .thenComparingDouble(
                                        edge -> Math.abs(below(end.apply(edge), here))))
                .map(end);
    }

    private Stream<Edge> edges(Function<Edge, String> end, String key) {
        return graph.edges().stream().filter(edge -> end.apply(edge).equals(key));
    }

    private Stream<String> column(Box here) {
        return layout.boxes().entrySet().stream()
                .filter(
                        entry ->
                                Math.abs(entry.getValue().centerX() - here.centerX())
                                        < here.width() / 2)
                .map(Map.Entry::getKey);
    }

    private double below(String key, Box here) {
        return box(key).centerY() - here.centerY();
    }

    private Optional<String> nearest(Box here, Stream<String> keys) {
        return keys.min(Comparator.comparingDouble(key -> Math.abs(below(key, here))));
    }

    private Box box(String key) {
        return layout.boxes().getOrDefault(key, new Box(0, 0, 0, 0));
    }
}
