package io.hotlens.app.rules;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.Cause;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Fact;
import io.hotlens.app.notification.Severity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the roots among facts by the causal model: pure.
final class Correlation {

    /// Facts that say the same: one type, and one subject as far as they name one.
    private record Group(String type, List<Fact> facts) {

        String subject() {
            return facts.stream()
                    .map(Fact::subject)
                    .filter(s -> !s.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        boolean takes(Fact fact) {
            return type.equals(fact.type())
                    && (fact.subject().isEmpty()
                            || subject().isEmpty()
                            || subject().equals(fact.subject()));
        }

        Severity severity() {
            return facts.stream()
                    .map(Fact::severity)
                    .max(Comparator.naturalOrder())
                    .orElse(Severity.INFO);
        }
    }

    /// A root with all that hangs on it.
    ///
    /// @param cited the facts of the root first
    /// @param seen whether a fact shows the root itself
    record Root(String type, String subject, CorrelationType how, List<Fact> cited, boolean seen) {}

    private final CausalModel model;
    private final List<Group> groups = new ArrayList<>();

    private Correlation(CausalModel model, List<Fact> facts) {
        this.model = model;
        for (Fact fact : facts) {
            if (isHint(fact)) {
                continue;
            }
            Optional<Group> same = groups.stream().filter(g -> g.takes(fact)).findFirst();
            same.ifPresentOrElse(
                    g -> g.facts().add(fact),
                    () -> groups.add(new Group(fact.type(), new ArrayList<>(List.of(fact)))));
        }
    }

    /// Information of a type that is no cause, such as a metric that left its normal.
    private boolean isHint(Fact fact) {
        return fact.severity() == Severity.INFO && model.get(fact.type()).isEmpty();
    }

    /// The roots, the likeliest first.
    static List<Root> roots(CausalModel model, List<Fact> facts) {
        return new Correlation(model, facts).roots();
    }

    private record Reach(Group root, Set<Group> effects) {

        Severity severity() {
            return Stream.concat(Stream.of(root), effects.stream())
                    .map(Group::severity)
                    .max(Comparator.naturalOrder())
                    .orElse(Severity.INFO);
        }
    }

    private List<Root> roots() {
        List<Reach> ordered =
                groups.stream()
                        .map(g -> new Reach(g, effects(g)))
                        .sorted(
                                Comparator.comparing(Reach::severity)
                                        .thenComparingInt((Reach r) -> r.effects().size())
                                        .thenComparing((Reach r) -> !symptom(r.root()))
                                        .thenComparingInt((Reach r) -> r.root().facts().size())
                                        .thenComparingInt((Reach r) -> -model.rank(r.root().type()))
                                        .reversed())
                        .toList();
        var covered = new LinkedHashSet<Group>();
        var roots = new ArrayList<Root>();
        var lone = new ArrayList<Group>();
        for (Reach reach : ordered) {
            if (covered.contains(reach.root()) || caused(reach, ordered)) {
                continue;
            }
            covered.add(reach.root());
            covered.addAll(reach.effects());
            if (reach.effects().isEmpty() && symptom(reach.root())) {
                lone.add(reach.root());
            } else {
                roots.add(root(reach.root(), CorrelationType.CAUSAL, reach.effects()));
            }
        }
        roots.addAll(symptoms(lone, roots.isEmpty()));
        return roots;
    }

    /// Whether another group causes it that it does not cause in turn.
    private static boolean caused(Reach reach, List<Reach> all) {
        return all.stream()
                .anyMatch(
                        other ->
                                other.effects().contains(reach.root())
                                        && !reach.effects().contains(other.root()));
    }

    private boolean symptom(Group group) {
        return model.get(group.type()).map(Cause::symptom).orElse(false);
    }

    /// Everything that the group can have brought about, directly or by steps.
    private Set<Group> effects(Group from) {
        var reached = new LinkedHashSet<Group>();
        Deque<Group> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Group next = open.poll();
            for (Group group : groups) {
                if (!group.equals(from) && leads(next, group) && reached.add(group)) {
                    open.add(group);
                }
            }
        }
        return reached;
    }

    private boolean leads(Group from, Group to) {
        return !from.equals(to)
                && from.facts().stream()
                        .anyMatch(
                                a ->
                                        to.facts().stream()
                                                .anyMatch(b -> model.edge(a, b).isPresent()));
    }

    private static Root root(Group group, CorrelationType how, Set<Group> effects) {
        var cited = new ArrayList<>(group.facts());
        effects.forEach(e -> cited.addAll(e.facts()));
        return new Root(group.type(), group.subject(), how, cited, true);
    }

    /// Symptoms without a cause among the facts: under one hidden cause when exactly one can bring
    /// about all of them, else each for itself.
    private List<Root> symptoms(List<Group> lone, boolean nothingElse) {
        Set<String> types = new LinkedHashSet<>(lone.stream().map(Group::type).toList());
        if (types.size() > 1) {
            Set<String> common = null;
            for (String type : types) {
                var causes = new LinkedHashSet<>(model.causesOf(type));
                if (common == null) {
                    common = causes;
                } else {
                    common.retainAll(causes);
                }
            }
            if (common != null && common.size() == 1) {
                List<Fact> cited = lone.stream().flatMap(g -> g.facts().stream()).toList();
                return List.of(
                        new Root(
                                common.iterator().next(),
                                "",
                                CorrelationType.SYMPTOMATIC,
                                cited,
                                false));
            }
        }
        CorrelationType how =
                nothingElse && lone.size() == 1
                        ? CorrelationType.SYMPTOMATIC
                        : CorrelationType.TEMPORAL;
        return lone.stream().map(g -> root(g, how, Set.of())).toList();
    }
}
