package io.hotlens.skills.monitor;

import io.hotlens.skills.metric.Metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// A rule that watches nothing, since there is no metric of its name.
///
/// @param meant the id of the metric whose name resembles it, if one does
public record IdleRule(AlertRule rule, Optional<String> meant) {

    /// One letter in three may be wrong.
    private static final int LETTERS_PER_SLIP = 3;

    /// Empty when the rule is about one of the metrics.
    public static Optional<IdleRule> of(AlertRule rule, Collection<Metric> known) {
        return known.stream().anyMatch(rule::isAbout)
                ? Optional.empty()
                : Optional.of(new IdleRule(rule, closest(rule.metric(), known)));
    }

    private static Optional<String> closest(String name, Collection<Metric> known) {
        return known.stream()
                .min(Comparator.comparingInt(metric -> slips(name, metric)))
                .filter(metric -> slips(name, metric) <= name.length() / LETTERS_PER_SLIP)
                .map(Metric::id);
    }

    private static int slips(String name, Metric metric) {
        return Stream.of(metric.id(), metric.name())
                .mapToInt(other -> slips(name, other))
                .min()
                .orElseThrow();
    }

    /// How many letters must be put in, taken out or exchanged (Levenshtein's distance).
    private static int slips(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
