package io.hotlens.app.rules;

import io.hotlens.app.insight.CausalModel;
import io.hotlens.app.insight.Cause;
import io.hotlens.app.insight.Fact;
import io.hotlens.app.llm.ToolCall;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The coordinator's part without a network: send out the operators, wait for them, correlate by
/// the causal model, state one insight for each root, end.
final class CoordinatorRules {

    private static final double LONGEST_WAIT_MS = 30_000;

    /// Time kept at the end for conclusions.
    private static final double RESERVE_MS = 2_000;

    private final Moves moves;
    private final CausalModel model;

    CoordinatorRules(Moves moves, CausalModel model) {
        this.moves = moves;
        this.model = model;
    }

    ToolCall next() {
        if (moves.of("invoke_operators").isEmpty()) {
            return invoke();
        }
        double remaining = remainingMs();
        if (!running().isEmpty() && remaining > RESERVE_MS) {
            double ms = Math.min(LONGEST_WAIT_MS, remaining - RESERVE_MS);
            return moves.call("wait", Data.fields().put("ms", Math.max(100, Math.floor(ms))));
        }
        return insight().or(this::acknowledge).orElseGet(this::end);
    }

    private ToolCall invoke() {
        List<Data> named = moves.opening().items("named");
        List<Data> skills =
                moves.opening().items("skills").stream()
                        .flatMap(
                                s ->
                                        s instanceof Data.Fields f
                                                ? f.get("id").stream()
                                                : Stream.of())
                        .toList();
        return moves.call(
                "invoke_operators",
                Data.fields()
                        .put("skills", named.isEmpty() ? skills : named)
                        .put("context", moves.opening().text("reason").orElse("")));
    }

    /// The operators that were started and have not told their end.
    private Set<String> running() {
        var running = new LinkedHashSet<String>();
        for (Moves.Move move : moves.of("invoke_operators")) {
            move.answer().items("started").forEach(s -> running.add(text(s)));
        }
        moves.told().stream()
                .filter(n -> n.text("news").orElse("").startsWith("operator_"))
                .forEach(n -> running.remove(n.text("skill").orElse("")));
        return running;
    }

    private static String text(Data data) {
        return data instanceof Data.Text(String value) ? value : "";
    }

    private double remainingMs() {
        double whole = moves.opening().number("time_ms").orElse(Double.MAX_VALUE);
        return moves.of("wait").isEmpty()
                ? whole
                : moves.of("wait").getLast().answer().number("remaining_ms").orElse(whole);
    }

    /// Every notification that was told, each once.
    private List<Fact> facts() {
        Map<NotificationId, Fact> facts = new LinkedHashMap<>();
        Stream.concat(
                        moves.opening().items("notifications").stream(),
                        moves.told().stream().flatMap(n -> n.get("notification").stream()))
                .flatMap(view -> Fact.read(view).stream())
                .forEach(fact -> facts.putIfAbsent(fact.id(), fact));
        return List.copyOf(facts.values());
    }

    /// The next insight that was not stated yet, in the order of likelihood.
    private Optional<ToolCall> insight() {
        var stated = new HashSet<String>();
        moves.of("produce_insight")
                .forEach(
                        m ->
                                stated.add(
                                        key(
                                                m.arguments().text("root_cause_type").orElse(""),
                                                m.arguments()
                                                        .text("root_cause_subject")
                                                        .orElse(""))));
        return Correlation.roots(model, facts()).stream()
                .filter(root -> !stated.contains(key(root.type(), root.subject())))
                .findFirst()
                .map(this::produce);
    }

    private static String key(String type, String subject) {
        return type + " " + subject;
    }

    private ToolCall produce(Correlation.Root root) {
        Fact first = root.cited().getFirst();
        String title = model.get(root.type()).map(Cause::title).orElse(root.type());
        FieldsBuilder call =
                Data.fields()
                        .put(
                                "notification_ids",
                                root.cited().stream().map(f -> Data.of(f.id().value())).toList())
                        .put("correlation_type", root.how().word())
                        .put(
                                "summary",
                                root.seen()
                                        ? title + ": " + first.observation()
                                        : observations(root.cited()))
                        .put(
                                "matched_observations",
                                root.cited().stream()
                                        .map(f -> Data.of(f.observation()))
                                        .distinct()
                                        .toList())
                        .put("root_cause_hypothesis", hypothesis(root, title))
                        .put("root_cause_type", root.type())
                        .put("root_cause_subject", root.subject());
        return moves.call("produce_insight", call);
    }

    private static String observations(List<Fact> facts) {
        return String.join("; ", facts.stream().map(Fact::observation).distinct().toList());
    }

    private static String hypothesis(Correlation.Root root, String title) {
        return root.seen()
                ? root.cited().stream()
                        .filter(f -> f.type().equals(root.type()))
                        .flatMap(f -> f.hypothesis().stream())
                        .findFirst()
                        .orElse(title)
                : "they may share one cause that was not seen itself: " + title;
    }

    /// Notifications that no insight took up have at least been read.
    private Optional<ToolCall> acknowledge() {
        var handled = new HashSet<String>();
        Stream.concat(
                        moves.of("produce_insight").stream().filter(m -> !m.failed()),
                        moves.of("update_notification_statuses").stream())
                .forEach(
                        m ->
                                m.arguments()
                                        .items("notification_ids")
                                        .forEach(id -> handled.add(text(id))));
        List<Data> open =
                facts().stream()
                        .map(f -> f.id().value())
                        .filter(id -> !handled.contains(id))
                        .map(Data::of)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        moves.call(
                                "update_notification_statuses",
                                Data.fields()
                                        .put("notification_ids", open)
                                        .put("status", "acknowledged")
                                        .put("reason", "read")));
    }

    /// The end; when operators still run, there is nothing left but to wait for the deadline.
    private ToolCall end() {
        return running().isEmpty()
                ? moves.call("done")
                : moves.call("wait", Data.fields().put("ms", RESERVE_MS));
    }
}
