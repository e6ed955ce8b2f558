package io.hotlens.app.store;

import io.hotlens.app.insight.Insight;
import io.hotlens.app.investigation.Investigation;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Two investigations side by side: which root causes and findings are new in the second, gone
/// since the first, or the same. Those of one type belong together, those of one subject first.
///
/// @param causes by the type of the root cause
/// @param findings by the anomaly type
public record Comparison(List<Pair> causes, List<Pair> findings) {

    public Comparison {
        causes = List.copyOf(causes);
        findings = List.copyOf(findings);
    }

    /// What became of something.
    public enum Change {
        NEW,
        GONE,
        SAME;

        /// `new`, `gone` or `same`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A root cause or finding as one of the two has it.
    public record Side(String type, String subject, Severity severity, String text) {

        static Side of(Insight insight) {
            return new Side(
                    insight.rootCause().type(),
                    insight.rootCause().subject(),
                    insight.severity(),
                    insight.summary());
        }

        static Side of(Notification found) {
            return new Side(found.type(), found.subject(), found.severity(), found.observation());
        }
    }

    /// One thing in both, or in one of them; at least one side is there.
    public record Pair(Optional<Side> before, Optional<Side> after) {

        public Change change() {
            if (before.isEmpty()) {
                return Change.NEW;
            }
            return after.isEmpty() ? Change.GONE : Change.SAME;
        }

        public String type() {
            return after.or(() -> before).orElseThrow().type();
        }
    }

    public static Comparison of(Investigation before, Investigation after) {
        return new Comparison(
                pairs(
                        before.insights().stream().map(Side::of).toList(),
                        after.insights().stream().map(Side::of).toList()),
                pairs(
                        before.notifications().stream().map(Side::of).toList(),
                        after.notifications().stream().map(Side::of).toList()));
    }

    /// New ones first, then those that are gone, then the same.
    private static List<Pair> pairs(List<Side> before, List<Side> after) {
        var left = new ArrayList<>(distinct(before));
        var right = new ArrayList<>(distinct(after));
        var pairs = new ArrayList<Pair>();
        match(left, right, pairs, Side::subject);
        match(left, right, pairs, _ -> "");
        right.forEach(side -> pairs.add(new Pair(Optional.empty(), Optional.of(side))));
        left.forEach(side -> pairs.add(new Pair(Optional.of(side), Optional.empty())));
        pairs.sort(Comparator.comparing(Pair::change));
        return pairs;
    }

    /// What was reported twice within one investigation counts once.
    private static List<Side> distinct(List<Side> sides) {
        var first = new ArrayList<Side>();
        for (Side side : sides) {
            if (first.stream().noneMatch(known -> alike(known, side, Side::subject))) {
                first.add(side);
            }
        }
        return first;
    }

    private static void match(
            List<Side> left, List<Side> right, List<Pair> pairs, Function<Side, String> more) {
        for (Side before : List.copyOf(left)) {
            right.stream()
                    .filter(after -> alike(before, after, more))
                    .findFirst()
                    .ifPresent(
                            after -> {
                                left.remove(before);
                                right.remove(after);
                                pairs.add(new Pair(Optional.of(before), Optional.of(after)));
                            });
        }
    }

    private static boolean alike(Side one, Side other, Function<Side, String> more) {
        return one.type().equals(other.type()) && more.apply(one).equals(more.apply(other));
    }
}
