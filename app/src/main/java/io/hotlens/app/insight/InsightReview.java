package io.hotlens.app.insight;

import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.trace.InvestigationId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Checks a draft against the notifications it cites. Only what passes becomes an insight; its
/// grounding, confidence, severity and links are computed here.
public final class InsightReview {

    /// What came of a draft.
    public sealed interface Verdict {

        record Accepted(Insight insight) implements Verdict {}

        /// @param reasons sentences for the model: what is wrong, with the value
        record Refused(List<String> reasons) implements Verdict {}
    }

    private final CausalModel model;

    public InsightReview(CausalModel model) {
        this.model = model;
    }

    /// @param known the notifications that may be cited
    public Verdict review(
            InvestigationId investigation, InsightDraft draft, List<Fact> known, Instant now) {
        Map<NotificationId, Fact> byId =
                known.stream()
                        .collect(Collectors.toMap(Fact::id, Function.identity(), (a, _) -> a));
        var cited = new ArrayList<Fact>();
        var reasons = new ArrayList<String>();
        for (NotificationId id : new LinkedHashSet<>(draft.notificationIds())) {
            Fact found = byId.get(id);
            if (found == null) {
                reasons.add("there is no notification " + id);
            } else {
                cited.add(found);
            }
        }
        if (cited.isEmpty()) {
            reasons.add("notification_ids: cite at least one notification that exists");
        }
        reasons.addAll(wrongTexts(draft, cited));
        if (draft.summary().isBlank()) {
            reasons.add("summary must not be empty");
        }
        draft.rootType()
                .filter(
                        type ->
                                model.get(type).isEmpty()
                                        && cited.stream().noneMatch(n -> n.type().equals(type)))
                .ifPresent(
                        type ->
                                reasons.add(
                                        "root_cause_type '"
                                                + type
                                                + "' is not a known anomaly type"));
        return reasons.isEmpty()
                ? new Verdict.Accepted(accept(investigation, draft, cited, now))
                : new Verdict.Refused(reasons);
    }

    private static List<String> wrongTexts(InsightDraft draft, List<Fact> cited) {
        return draft.matchedObservations().stream()
                .filter(text -> cited.stream().noneMatch(n -> n.observation().equals(text)))
                .map(
                        text ->
                                "matched_observations: no cited notification has the observation '%s'"
                                        .formatted(text))
                .toList();
    }

    private Insight accept(
            InvestigationId investigation, InsightDraft draft, List<Fact> cited, Instant now) {
        Insight.RootCause root = root(draft, cited);
        Optional<Cause> cause = model.get(root.type());
        Grounding grounding = Grounding.of(model, root, cited);
        List<Insight.Link> links = links(cited);
        return new Insight(
                Insight.newId(),
                investigation,
                root,
                cited.stream()
                        .map(Fact::severity)
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.INFO),
                draft.correlationType(),
                draft.correlationType() == CorrelationType.TEMPORAL
                        ? Confidence.LOW
                        : grounding.confidence(),
                grounding.reason(),
                draft.summary(),
                grounding.grounded(),
                draft.rootCauseHypothesis()
                        .orElseGet(() -> cause.map(Cause::title).orElse(root.type())),
                draft.matchedObservations().isEmpty()
                        ? cited.stream().map(Fact::observation).toList()
                        : draft.matchedObservations(),
                cited.stream().map(Fact::id).toList(),
                links,
                draft.recommendation().orElseGet(() -> cause.map(Cause::recommendation).orElse("")),
                draft.verifyWith().orElseGet(() -> cause.map(Cause::verifyWith).orElse("")),
                now);
    }

    /// The claimed root, or the cited notification that explains most of the others.
    private Insight.RootCause root(InsightDraft draft, List<Fact> cited) {
        Fact first =
                cited.stream()
                        .max(
                                Comparator.comparingLong((Fact n) -> explains(n, cited))
                                        .thenComparing(Fact::severity))
                        .orElseThrow();
        String type = draft.rootType().orElse(first.type());
        String subject =
                draft.rootSubject()
                        .orElseGet(
                                () ->
                                        cited.stream()
                                                .filter(n -> n.type().equals(type))
                                                .map(Fact::subject)
                                                .filter(s -> !s.isEmpty())
                                                .findFirst()
                                                .orElse(""));
        return new Insight.RootCause(type, subject);
    }

    private long explains(Fact cause, List<Fact> cited) {
        return cited.stream().filter(n -> model.edge(cause, n).isPresent()).count();
    }

    private List<Insight.Link> links(List<Fact> cited) {
        var links = new ArrayList<Insight.Link>();
        for (Fact from : cited) {
            for (Fact to : cited) {
                model.edge(from, to)
                        .ifPresent(
                                edge ->
                                        links.add(
                                                new Insight.Link(
                                                        from.id(),
                                                        to.id(),
                                                        CorrelationType.CAUSAL,
                                                        edge.why())));
            }
        }
        return links;
    }
}
