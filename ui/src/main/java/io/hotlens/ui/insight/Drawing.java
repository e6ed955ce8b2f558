package io.hotlens.ui.insight;

import io.hotlens.app.insight.Insight;
import io.hotlens.ui.text.Messages;

/// The graph of an insight, laid out.
record Drawing(Insight insight, CorrelationGraph graph, GraphLayout layout) {

    /// Lays out; may take half a second.
    static Drawing of(Insight insight, CorrelationGraph graph) {
        return new Drawing(insight, graph, LayeredLayout.of(graph, LabelWidth::of));
    }

    /// As an SVG document.
    String svg(GraphColours colours) {
        return GraphSvg.of(
                Messages.text("graph.title", insight.summary()),
                graph,
                layout,
                colours,
                LabelWidth::of);
    }
}
