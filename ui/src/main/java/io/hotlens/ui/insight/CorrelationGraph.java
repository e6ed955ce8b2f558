package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.text.Messages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An insight as a graph in columns: causes left, symptoms right. Notifications are nodes; a
/// symptomatic pair hangs off a node for its hidden cause.
///
/// @param nodes by key, in drawing order
/// @param edges from cause to effect
public record CorrelationGraph(Map<String, Node> nodes, List<Edge> edges) {

    private static final String HIDDEN = "hidden";

    public CorrelationGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
    }

    /// @param column 0 for causes, then one more for each step away from them
    /// @param row place within the column, from the top
    public record Node(String key, Kind kind, int column, int row) {}

    /// What a node stands for.
    public sealed interface Kind {
        /// @param root whether it is what the insight calls the root cause
        record Found(Notification notification, boolean root) implements Kind {}

        /// A cause that was not observed, guessed by the insight.
        record Hidden(String guess) implements Kind {}
    }

    public record Edge(
            String from, String to, CorrelationType type, boolean grounded, String why) {}

    /// @param cited the notifications of the insight; links to others are left out
    public static CorrelationGraph of(Insight insight, List<Notification> cited) {
        Map<NotificationId, Notification> known = new LinkedHashMap<>();
        cited.forEach(notification -> known.put(notification.id(), notification));
        List<Edge> edges = edges(insight, known);
        Map<String, Integer> columns = columns(known, edges);
        Set<String> roots = roots(insight, known, edges);
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<Integer, Integer> filled = new HashMap<>();
        if (edges.stream().anyMatch(edge -> edge.from().equals(HIDDEN))) {
            nodes.put(
                    HIDDEN,
                    new Node(HIDDEN, hidden(insight), 0, filled.merge(0, 1, Integer::sum) - 1));
        }
        known.values().stream()
                .sorted(Comparator.comparing(Notification::detectedAt))
                .forEach(
                        notification -> {
                            String key = notification.id().value();
                            int column = columns.getOrDefault(key, 0);
                            int row = filled.merge(column, 1, Integer::sum) - 1;
                            nodes.put(
                                    key,
                                    new Node(
                                            key,
                                            new Kind.Found(notification, roots.contains(key)),
                                            column,
                                            row));
                        });
        return new CorrelationGraph(nodes, edges);
    }

    private static Kind hidden(Insight insight) {
        return new Kind.Hidden(
                insight.rootCauseHypothesis().isBlank()
                        ? Messages.text("graph.hidden")
                        : insight.rootCauseHypothesis());
    }

    private static List<Edge> edges(Insight insight, Map<NotificationId, Notification> known) {
        var edges = new ArrayList<Edge>();
        var hanging = new HashSet<String>();
        for (Insight.Link link : insight.links()) {
            if (!known.containsKey(link.from()) || !known.containsKey(link.to())) {
                continue;
            }
            boolean grounded = insight.hypothesisGrounded();
            if (link.type() == CorrelationType.SYMPTOMATIC) {
                for (NotificationId end : List.of(link.from(), link.to())) {
                    if (hanging.add(end.value())) {
                        edges.add(new Edge(HIDDEN, end.value(), link.type(), grounded, link.why()));
                    }
                }
            } else {
                edges.add(
                        new Edge(
                                link.from().value(),
                                link.to().value(),
                                link.type(),
                                grounded,
                                link.why()));
            }
        }
        return edges;
    }

    /// The longest way from a cause; cycles end after as many steps as there are nodes.
    private static Map<String, Integer> columns(
            Map<NotificationId, Notification> known, List<Edge> edges) {
        Map<String, Integer> columns = new HashMap<>();
        for (int round = 0; round <= known.size(); round++) {
            for (Edge edge : edges) {
                int wanted = columns.getOrDefault(edge.from(), 0) + 1;
                if (wanted > columns.getOrDefault(edge.to(), 0) && wanted <= known.size()) {
                    columns.put(edge.to(), wanted);
                }
            }
        }
        return columns;
    }

    /// Nodes of the root cause's type that nothing leads to; else those that nothing leads to.
    private static Set<String> roots(
            Insight insight, Map<NotificationId, Notification> known, List<Edge> edges) {
        Set<String> led = new HashSet<>();
        edges.forEach(edge -> led.add(edge.to()));
        Set<String> roots = new HashSet<>();
        known.values().stream()
                .filter(n -> n.type().equals(insight.rootCause().type()))
                .filter(n -> !led.contains(n.id().value()))
                .forEach(n -> roots.add(n.id().value()));
        if (roots.isEmpty()) {
            known.values().stream()
                    .filter(n -> n.type().equals(insight.rootCause().type()))
                    .forEach(n -> roots.add(n.id().value()));
        }
        return roots;
    }

    /// The edge in words, for the list and for screen readers.
    public String words(Edge edge) {
        return Messages.text(
                edge.why().isBlank() ? "graph.edge_bare" : "graph.edge",
                name(edge.from()),
                switch (edge.type()) {
                    case CAUSAL -> Messages.text("graph.causes");
                    case TEMPORAL -> Messages.text("graph.precedes");
                    case SYMPTOMATIC -> Messages.text("graph.shows");
                },
                name(edge.to()),
                edge.why());
    }

    private String name(String key) {
        Node node = nodes.get(key);
        return node == null
                ? key
                : switch (node.kind()) {
                    case Kind.Found(Notification notification, _) -> notification.type();
                    case Kind.Hidden _ -> Messages.text("graph.hidden");
                };
    }
}
