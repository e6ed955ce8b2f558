package io.hotlens.skills.monitor;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is normal of a metric whose values stand for conditions: those that it has been in for long
/// enough.
final class States {

    private static final int MOST = 16;
    private static final int LEAST_VALUES = 10;
    private static final int SHARE = 200;

    /// Beyond every bar, since a new condition is no matter of degree.
    private static final double UNKNOWN = 12;

    private final Map<Double, Integer> seen = new LinkedHashMap<>();
    private int values;

    Judgement judge(double value) {
        values++;
        if (seen.size() < MOST || seen.containsKey(value)) {
            seen.merge(value, 1, Integer::sum);
        }
        int times = seen.getOrDefault(value, 1);
        double usual =
                seen.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(value);
        boolean known = times >= Math.max(LEAST_VALUES, values / SHARE) || values <= LEAST_VALUES;
        double score = known ? 0 : UNKNOWN;
        return new Judgement(
                score, times == 1 ? score : 0, score, usual, 0, Judgement.Sign.BEYOND, usual);
    }
}
