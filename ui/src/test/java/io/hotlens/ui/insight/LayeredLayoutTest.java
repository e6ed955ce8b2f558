package io.hotlens.ui.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hotlens.app.notification.Notification;
import io.hotlens.ui.insight.GraphLayout.Box;
import io.hotlens.ui.insight.GraphLayout.Point;
import io.hotlens.ui.insight.GraphLayout.Route;
import io.hotlens.ui.support.Graphs;
import io.hotlens.ui.support.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Where the nodes, edges and labels of a graph are put.
final class LayeredLayoutTest {

    private static final List<Notification> ALL =
            List.of(Samples.deadlock(), Samples.starvation(), Samples.backlog());

    private static GraphLayout layout(CorrelationGraph graph) {
        return LayeredLayout.of(graph, text -> 7 * text.length());
    }

    private static Box box(GraphLayout layout, String key) {
        Box box = layout.boxes().get(key);
        assertTrue(box != null, key);
        return box;
    }

    private static CorrelationGraph web(int size) {
        Graphs.Web web = Graphs.web(size);
        return CorrelationGraph.of(web.insight(), web.cited());
    }

    @Test
    void causesStandLeftOfWhatTheyLeadTo() {
        CorrelationGraph graph = web(40);
        GraphLayout layout = layout(graph);
        for (Route route : layout.routes()) {
            Box from = box(layout, route.edge().from());
            Box to = box(layout, route.edge().to());
            assertTrue(from.x() + from.width() <= to.x(), () -> graph.words(route.edge()));
        }
    }

    @Test
    void noLabelCoversAnotherOrANode() {
        List<Box> solids = layout(web(60)).solids();
        for (int i = 0; i < solids.size(); i++) {
            for (int j = i + 1; j < solids.size(); j++) {
                Box one = solids.get(i);
                Box other = solids.get(j);
                assertFalse(one.meets(other), () -> one + " covers " + other);
            }
        }
    }

    @Test
    void everyEdgeBeginsAndEndsAtItsNodesAndStaysInTheDrawing() {
        GraphLayout layout = layout(web(40));
        for (Route route : layout.routes()) {
            Point start = route.points().getFirst();
            Point end = route.points().getLast();
            Box from = box(layout, route.edge().from());
            Box to = box(layout, route.edge().to());
            assertEquals(from.x() + from.width(), start.x(), 0.5);
            assertEquals(to.x(), end.x(), 0.5);
            assertTrue(start.y() >= from.y() && start.y() <= from.y() + from.height());
            assertTrue(end.y() >= to.y() && end.y() <= to.y() + to.height());
            for (Point point : route.points()) {
                assertTrue(point.x() >= 0 && point.x() <= layout.width(), point::toString);
                assertTrue(point.y() >= 0 && point.y() <= layout.height(), point::toString);
            }
        }
    }

    @Test
    void theHiddenCauseStandsLeftOfItsSymptoms() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.guess(), ALL.subList(1, 3));
        GraphLayout layout = layout(graph);
        Box hidden = layout.boxes().values().iterator().next();
        layout.boxes().values().stream()
                .skip(1)
                .forEach(symptom -> assertTrue(hidden.x() + hidden.width() < symptom.x()));
        assertEquals(3, layout.boxes().size());
    }

    @Test
    void aCycleIsDrawnToo() {
        CorrelationGraph graph = CorrelationGraph.of(Graphs.ring().insight(), ALL);
        GraphLayout layout = layout(graph);
        assertEquals(3, layout.routes().size());
        assertEquals(3, layout.boxes().size());
    }

    @Test
    void arrowsLeadAlongTheEdgesAndUpAndDownWithinAColumn() {
        CorrelationGraph graph = CorrelationGraph.of(Samples.guess(), ALL.subList(1, 3));
        var walk = new GraphWalk(graph, layout(graph));
        String hidden = graph.nodes().keySet().iterator().next();
        String upper = walk.step(hidden, GraphKey.TO_EFFECT).orElseThrow();
        assertEquals(hidden, walk.step(upper, GraphKey.TO_CAUSE).orElseThrow());
        GraphKey down =
                walk.step(upper, GraphKey.BELOW).isPresent() ? GraphKey.BELOW : GraphKey.ABOVE;
        String other = walk.step(upper, down).orElseThrow();
        assertFalse(List.of(hidden, upper).contains(other));
        assertTrue(walk.step(other, down).isEmpty());
    }
}
