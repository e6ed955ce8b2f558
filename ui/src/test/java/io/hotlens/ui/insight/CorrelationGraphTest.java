package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.Notification;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CorrelationGraphTest {

    private static final List<Notification> ALL =
            List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog());

    private static int column(CorrelationGraph graph, Notification notification) {
        var node = graph.nodes().get(notification.id().value());
        return node == null ? -1 : node.column();
    }

    @Test
    void causesStandLeftOfWhatTheyCause() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL);
        assertEquals(0, column(graph, Samples.deadlock()));
        assertEquals(1, column(graph, Samples.starvation()));
        assertEquals(2, column(graph, Samples.backlog()));
    }

    @Test
    void onlyTheRootCauseIsMarkedAsRoot() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL);
        List<String> roots =
                graph.nodes().values().stream()
                        .filter(n -> n.kind() instanceof Kind.Found(_, boolean root) && root)
                        .map(CorrelationGraph.Node::key)
                        .toList();
        assertEquals(List.of(Samples.deadlock().id().value()), roots);
    }

    @Test
    void symptomsHangOffAHiddenCauseInDashedLines() {
        CorrelationGraph graph =
                CorrelationGraph.of(
                        Samples.guess(), List.of(Samples.starvation(), Samples.backlog()));
        var hidden = graph.nodes().values().iterator().next();
        assertInstanceOf(Kind.Hidden.class, hidden.kind());
        assertEquals(2, graph.edges().size());
        assertTrue(graph.edges().stream().allMatch(e -> e.from().equals(hidden.key())));
        assertFalse(graph.edges().getFirst().grounded());
        assertEquals(CorrelationType.SYMPTOMATIC, graph.edges().getFirst().type());
    }

    @Test
    void everyEdgeCanBeSaidInWords() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL);
        assertEquals(
                "deadlock causes thread_pool_starvation: it holds the threads of the pool",
                graph.words(graph.edges().getFirst()));
    }

    @Test
    void linksToNotificationsThatAreNotThereAreLeftOut() {
        CorrelationGraph graph =
                CorrelationGraph.of(Samples.insight(), List.of(Samples.deadlock()));
        assertEquals(1, graph.nodes().size());
        assertTrue(graph.edges().isEmpty());
    }
}
