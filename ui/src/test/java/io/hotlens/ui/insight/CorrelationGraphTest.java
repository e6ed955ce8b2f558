package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.notification.Notification;
import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.CorrelationGraph.Kind;
import io.hotlens.ui.insight.CorrelationGraph.Node;
import io.hotlens.ui.support.Graphs;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CorrelationGraphTest {

    private static final List<Notification> ALL =
            List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog());

    private static List<String> keys(CorrelationGraph graph) {
        return List.copyOf(graph.nodes().keySet());
    }

    private static Edge temporal(CorrelationGraph graph) {
        return graph.edges().stream()
                .filter(edge -> edge.type() == CorrelationType.TEMPORAL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nodesAreNumberedInTheOrderOfTime() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL.reversed());
        assertEquals(ALL.stream().map(found -> found.id().value()).toList(), keys(graph));
        assertEquals(List.of(1, 2, 3), graph.nodes().values().stream().map(Node::place).toList());
    }

    @Test
    void whatTheEvidenceSaysSinceWhenCountsBeforeWhenItWasFound() {
        Notification old =
                Graphs.since(Samples.backlog(), Samples.NOON.minusSeconds(600).toEpochMilli());
        CorrelationGraph graph =
                CorrelationGraph.of(
                        Samples.insight(), List.of(Samples.deadlock(), Samples.starvation(), old));
        assertEquals(old.id().value(), keys(graph).getFirst());
        assertEquals(
                old.id().value(), temporal(graph).from(), "what came first points at the rest");
        assertEquals("9 min 1 s later", graph.label(temporal(graph)));
    }

    @Test
    void onlyTheRootCauseIsMarkedAsRoot() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL);
        List<String> roots =
                graph.nodes().values().stream()
                        .filter(n -> n.kind() instanceof Kind.Found(_, boolean root) && root)
                        .map(Node::key)
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
        assertEquals("2 s later", graph.label(temporal(graph)));
    }

    @Test
    void everyNodeSaysItsPlaceInTimeAndWhatItLeadsTo() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.insight(), ALL);
        Node root = graph.nodes().values().iterator().next();
        assertTrue(
                graph.words(root)
                        .endsWith(
                                "; 1 of 3 in time; causes thread_pool_starvation, 2 s later"
                                        + " queue_backlog"),
                () -> graph.words(root));
    }

    @Test
    void linksToNotificationsThatAreNotThereAreLeftOut() {
        CorrelationGraph graph =
                CorrelationGraph.of(Samples.insight(), List.of(Samples.deadlock()));
        assertEquals(1, graph.nodes().size());
        assertTrue(graph.edges().isEmpty());
    }
}
