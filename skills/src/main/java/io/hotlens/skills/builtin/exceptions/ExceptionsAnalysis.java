package io.hotlens.skills.builtin.exceptions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import io.hotlens.skills.skill.BadArguments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Pure arithmetic over throwables that were seen.
final class ExceptionsAnalysis {

    /// Types behind which nine tenths of all stand are the ones that matter.
    private static final double MOST = 0.9;

    private ExceptionsAnalysis() {}

    /// Throwables that have something in common.
    ///
    /// @param newest the newest of them
    /// @param share part of all that were seen, 0 to 1
    record Group(String key, int seen, double share, Thrown newest) {}

    /// @param thrown newest first
    static List<Group> byType(List<Thrown> thrown) {
        return group(thrown, Thrown::type);
    }

    /// By type and place; those without a stack have no place.
    static List<Group> bySite(List<Thrown> thrown) {
        return group(
                thrown.stream().filter(one -> !one.stack().isEmpty()).toList(),
                one -> one.type() + "\n" + one.site());
    }

    private static List<Group> group(List<Thrown> thrown, Function<Thrown, String> key) {
        Map<String, List<Thrown>> groups = new LinkedHashMap<>();
        thrown.forEach(
                one -> groups.computeIfAbsent(key.apply(one), _ -> new ArrayList<>()).add(one));
        return groups.entrySet().stream()
                .map(
                        e ->
                                new Group(
                                        e.getKey(),
                                        e.getValue().size(),
                                        (double) e.getValue().size() / thrown.size(),
                                        e.getValue().getFirst()))
                .sorted(Comparator.comparingInt(Group::seen).reversed())
                .toList();
    }

    /// How many types, beginning with the most frequent, make up 90 % of all.
    static int topTypes(List<Group> types) {
        double share = 0;
        int count = 0;
        for (Group type : types) {
            if (share >= MOST - 1e-9) {
                break;
            }
            share += type.share();
            count++;
        }
        return count;
    }

    /// Whether a throwable's type, message or stack matches; in linear time.
    ///
    /// @throws BadArguments when it is not a pattern
    static Predicate<Thrown> matching(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            return one ->
                    compiled.matcher(one.type()).find()
                            || compiled.matcher(one.message()).find()
                            || one.stack().stream().anyMatch(f -> compiled.matcher(f).find());
        } catch (PatternSyntaxException e) {
            throw new BadArguments(
                    "'%s' is not a pattern: %s".formatted(pattern, e.getDescription()));
        }
    }

    /// Whether `wanted` names the type, with or without its package.
    static Predicate<Thrown> ofType(String wanted) {
        return one -> one.type().equals(wanted) || one.type().endsWith("." + wanted);
    }
}
