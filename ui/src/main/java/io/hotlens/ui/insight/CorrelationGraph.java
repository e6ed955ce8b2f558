package io.hotlens.ui.insight;

import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Fact;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.ui.text.Formats;
import io.hotlens.ui.text.Messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An insight as a graph: notifications are nodes, in the order in which what they tell began;
/// symptoms of one thing hang off a node for their hidden cause.
///
/// @param nodes by key, the hidden cause first, then the earliest
/// @param edges from cause to effect, or from what came first to what came with it
public record CorrelationGraph(Map<String, Node> nodes, List<Edge> edges) {

    private static final String HIDDEN = "hidden";

    public CorrelationGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
    }

    /// @param place in time among the notifications, from 1; 0 for what nobody saw
    public record Node(String key, Kind kind, int place) {}

    /// What a node stands for.
    public sealed interface Kind {
        /// @param root whether it is what the insight calls the root cause
        record Found(Notification notification, boolean root) implements Kind {}

        /// A cause that was not observed, guessed by the insight.
        record Hidden(String guess) implements Kind {}
    }

    /// @param grounded whether the insight's cause is more than a guess
    /// @param why in words, empty when nothing is said
    public record Edge(
            String from, String to, CorrelationType type, boolean grounded, String why) {}

    /// @param cited the notifications of the insight; links to others are left out
    public static CorrelationGraph of(Insight insight, List<Notification> cited) {
        Map<String, Notification> known = new LinkedHashMap<>();
        cited.stream()
                .sorted(Comparator.comparing(CorrelationGraph::began))
                .forEach(notification -> known.put(notification.id().value(), notification));
        List<Edge> edges = edges(insight, known);
        Set<String> roots = roots(insight, known, edges);
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (edges.stream().anyMatch(edge -> edge.from().equals(HIDDEN))) {
            nodes.put(HIDDEN, new Node(HIDDEN, hidden(insight), 0));
        }
        int place = 0;
        for (Map.Entry<String, Notification> entry : known.entrySet()) {
            var kind = new Kind.Found(entry.getValue(), roots.contains(entry.getKey()));
            nodes.put(entry.getKey(), new Node(entry.getKey(), kind, ++place));
        }
        return new CorrelationGraph(nodes, edges);
    }

    /// Since when it has been so, as far as the evidence says; else when it was found.
    static Instant began(Notification found) {
        double since = Fact.of(found).sinceMs();
        return since > 0 ? Instant.ofEpochMilli((long) since) : found.detectedAt();
    }

    private static Kind hidden(Insight insight) {
        return new Kind.Hidden(
                insight.rootCauseHypothesis().isBlank()
                        ? Messages.text("graph.hidden")
                        : insight.rootCauseHypothesis());
    }

    private static List<Edge> edges(Insight insight, Map<String, Notification> known) {
        var edges = new ArrayList<Edge>();
        var hanging = new HashSet<String>();
        for (Insight.Link link : insight.links()) {
            Notification from = known.get(link.from().value());
            Notification to = known.get(link.to().value());
            if (from == null || to == null || link.from().equals(link.to())) {
                continue;
            }
            boolean grounded = insight.hypothesisGrounded();
            switch (link.type()) {
                case SYMPTOMATIC -> {
                    for (NotificationId end : List.of(link.from(), link.to())) {
                        if (hanging.add(end.value())) {
                            edges.add(
                                    new Edge(
                                            HIDDEN,
                                            end.value(),
                                            link.type(),
                                            grounded,
                                            link.why()));
                        }
                    }
                }
                case TEMPORAL -> {
                    boolean inOrder = !began(from).isAfter(began(to));
                    edges.add(edge(inOrder ? from : to, inOrder ? to : from, link, grounded));
                }
                case CAUSAL -> edges.add(edge(from, to, link, grounded));
            }
        }
        return edges;
    }

    private static Edge edge(
            Notification from, Notification to, Insight.Link link, boolean grounded) {
        return new Edge(from.id().value(), to.id().value(), link.type(), grounded, link.why());
    }

    /// Nodes of the root cause's type that nothing leads to; else all of its type.
    private static Set<String> roots(
            Insight insight, Map<String, Notification> known, List<Edge> edges) {
        Set<String> led = new HashSet<>();
        edges.forEach(edge -> led.add(edge.to()));
        Set<String> ofType = new HashSet<>();
        known.forEach(
                (key, notification) -> {
                    if (notification.type().equals(insight.rootCause().type())) {
                        ofType.add(key);
                    }
                });
        Set<String> roots = new HashSet<>(ofType);
        roots.removeAll(led);
        return roots.isEmpty() ? ofType : roots;
    }

    Optional<Notification> notification(String key) {
        Node node = nodes.get(key);
        return node != null && node.kind() instanceof Kind.Found(Notification found, _)
                ? Optional.of(found)
                : Optional.empty();
    }

    /// How long after the first of all it began; empty for what nobody saw.
    Optional<Duration> after(Node node) {
        Optional<Instant> first =
                nodes.values().stream()
                        .flatMap(one -> notification(one.key()).stream())
                        .map(CorrelationGraph::began)
                        .findFirst();
        return notification(node.key())
                .flatMap(found -> first.map(at -> Duration.between(at, began(found))));
    }

    /// What stands at an edge: `causes`, `12 s later`, `shows as`.
    String label(Edge edge) {
        return switch (edge.type()) {
            case CAUSAL -> Messages.text("graph.causes");
            case SYMPTOMATIC -> Messages.text("graph.shows");
            case TEMPORAL ->
                    delay(edge)
                            .filter(late -> late.toMillis() > 0)
                            .map(late -> Messages.text("graph.later", Formats.duration(late)))
                            .orElse(Messages.text("graph.same_time"));
        };
    }

    private Optional<Duration> delay(Edge edge) {
        return notification(edge.from())
                .flatMap(
                        from ->
                                notification(edge.to())
                                        .map(to -> Duration.between(began(from), began(to))));
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

    /// The node in words, with its place in time and what it leads to, for screen readers.
    String words(Node node) {
        return switch (node.kind()) {
            case Kind.Hidden(String guess) -> Messages.text("graph.hidden_node", guess, led(node));
            case Kind.Found(Notification found, boolean root) ->
                    Messages.text(
                            root ? "graph.root_node" : "graph.node",
                            found.type(),
                            found.observation(),
                            node.place(),
                            places(),
                            led(node));
        };
    }

    private String led(Node node) {
        List<String> effects =
                edges.stream()
                        .filter(edge -> edge.from().equals(node.key()))
                        .map(edge -> label(edge) + " " + name(edge.to()))
                        .toList();
        return effects.isEmpty()
                ? Messages.text("graph.leads_nowhere")
                : String.join(", ", effects);
    }

    private int places() {
        return nodes.values().stream().mapToInt(Node::place).max().orElse(0);
    }

    /// What a node is called in one or two words.
    String name(String key) {
        return notification(key).map(Notification::type).orElse(Messages.text("graph.hidden"));
    }
}
