package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.insight.CorrelationGraph.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// A small graph that is laid out aside: what the first one of a process loads takes longer than
/// one of hundreds of nodes does afterwards.
public final class GraphRehearsal {

    private static final int NODES = 20;
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private GraphRehearsal() {}

    /// The first call of a process lays it out, later ones return at once.
    public static void once() {
        if (DONE.getAndSet(true)) {
            return;
        }
        var nodes = new LinkedHashMap<String, Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < NODES; i++) {
            String key = Integer.toString(i);
            nodes.put(key, new Node(key, new Kind.Hidden(""), i));
            edges.add(new Edge(Integer.toString(i / 2), key, CorrelationType.CAUSAL, true, key));
        }
        LayeredLayout.of(new CorrelationGraph(nodes, edges.subList(1, NODES)), String::length);
    }
}
