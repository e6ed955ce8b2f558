package io.hotlens.ui.insight;

import io.hotlens.ui.insight.CorrelationGraph.Edge;
import io.hotlens.ui.insight.GraphLayout.Box;
import io.hotlens.ui.insight.GraphLayout.Point;
import io.hotlens.ui.insight.GraphLayout.Route;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.GreedySwitchType;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkShape;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Lays a correlation graph out by the Eclipse Layout Kernel: causes left of what they lead to, the
/// earlier above the later, no label on another or on a node. Takes milliseconds for a usual graph
/// and up to half a second for hundreds of nodes; safe from any thread.
final class LayeredLayout {

    static final double NODE_WIDTH = 224;
    static final double NODE_HEIGHT = 96;
    static final double LABEL_HEIGHT = 16;

    private static final double MARGIN = 16;
    private static final double LABEL_PADDING = 8;
    private static final double BETWEEN_LAYERS = 32;
    private static final double BETWEEN_NODES = 24;
    private static final double BETWEEN_EDGES = 12;

    /// With more nodes than this nobody reads the words at an edge, and time counts: no labels,
    /// fewer orders are tried, and nodes are put in place one way instead of four.
    private static final int MANY = 100;

    private static final int FEW_TRIES = 1;

    static {
        LayoutMetaDataService.initElkReflect();
    }

    private LayeredLayout() {}

    /// @param textWidth how wide a label is written, in pixels
    static GraphLayout of(CorrelationGraph graph, ToDoubleFunction<String> textWidth) {
        ElkNode root = ElkGraphUtil.createGraph();
        choose(root, graph.nodes().size());
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        for (String key : graph.nodes().keySet()) {
            ElkNode node = ElkGraphUtil.createNode(root);
            node.setDimensions(NODE_WIDTH, NODE_HEIGHT);
            nodes.put(key, node);
        }
        Map<Edge, ElkEdge> edges = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            ElkNode from = nodes.get(edge.from());
            ElkNode to = nodes.get(edge.to());
            if (from != null && to != null) {
                edges.computeIfAbsent(edge, _ -> ElkGraphUtil.createSimpleEdge(from, to));
            }
        }
        if (graph.nodes().size() <= MANY) {
            edges.forEach((edge, drawn) -> label(drawn, graph.label(edge), textWidth));
        }
        new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
        return read(root, nodes, edges);
    }

    private static void label(ElkEdge edge, String text, ToDoubleFunction<String> textWidth) {
        ElkLabel label = ElkGraphUtil.createLabel(text, edge);
        label.setDimensions(textWidth.applyAsDouble(text) + LABEL_PADDING, LABEL_HEIGHT);
    }

    private static void choose(ElkNode root, int size) {
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(
                LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.GREEDY_MODEL_ORDER);
        root.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_EDGES);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_NODES);
        if (size > MANY) {
            root.setProperty(LayeredOptions.THOROUGHNESS, FEW_TRIES);
            root.setProperty(
                    LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.LEFTUP);
            root.setProperty(
                    LayeredOptions.CROSSING_MINIMIZATION_GREEDY_SWITCH_TYPE, GreedySwitchType.OFF);
        }
    }

    private static GraphLayout read(
            ElkNode root, Map<String, ElkNode> nodes, Map<Edge, ElkEdge> edges) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        nodes.forEach((key, node) -> boxes.put(key, box(node)));
        var routes = new ArrayList<Route>();
        edges.forEach(
                (edge, drawn) ->
                        routes.add(
                                new Route(
                                        edge,
                                        points(drawn.getSections().getFirst()),
                                        drawn.getLabels().stream()
                                                .findFirst()
                                                .map(LayeredLayout::box))));
        return new GraphLayout(boxes, routes, root.getWidth(), root.getHeight());
    }

    private static Box box(ElkShape shape) {
        return new Box(shape.getX(), shape.getY(), shape.getWidth(), shape.getHeight());
    }

    private static List<Point> points(ElkEdgeSection section) {
        var points = new ArrayList<Point>();
        points.add(new Point(section.getStartX(), section.getStartY()));
        for (ElkBendPoint bend : section.getBendPoints()) {
            points.add(new Point(bend.getX(), bend.getY()));
        }
        points.add(new Point(section.getEndX(), section.getEndY()));
        return points;
    }
}
