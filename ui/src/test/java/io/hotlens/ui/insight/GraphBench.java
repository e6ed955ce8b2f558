package io.hotlens.ui.insight;

import io.hotlens.ui.support.Graphs;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/// How long a graph of 500 nodes takes to lay out, off the JavaFX thread: the first time of a
/// process, and when the code is warm. Prints ratios to the limit.
@Tag("bench")
final class GraphBench {

    private static final int NODES = 500;
    private static final int TIMES = 11;
    private static final double LIMIT_MS = 500;

    @Test
    void fiveHundredNodes() {
        Graphs.Web web = Graphs.web(NODES);
        CorrelationGraph graph = CorrelationGraph.of(web.insight(), web.cited());
        GraphRehearsal.once();
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            GraphLayout layout = LayeredLayout.of(graph, text -> 6.5 * text.length());
            times.add((System.nanoTime() - start) / 1e6);
            if (layout.boxes().size() != NODES) {
                throw new AssertionError(layout.boxes().size() + " nodes were laid out");
            }
        }
        print(graph, "first", times.getFirst());
        var warm = new ArrayList<>(times.subList(TIMES / 2, TIMES));
        warm.sort(null);
        print(graph, "warm, median", warm.get(warm.size() / 2));
    }

    private static void print(CorrelationGraph graph, String what, double ms) {
        System.out.printf(
                "graph of %d nodes and %d edges, %s: %.0f ms; ratio to the limit of %.0f ms:"
                        + " %.2f%n",
                graph.nodes().size(), graph.edges().size(), what, ms, LIMIT_MS, ms / LIMIT_MS);
    }
}
