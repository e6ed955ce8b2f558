package io.hotlens.skills.builtin.classes;

import io.hotlens.skills.metric.Floor;
import io.hotlens.skills.metric.Series;

import java.util.Comparator;
import java.util.List;

/// How the number of loaders of each type went.
///
/// @param collections how many collections that can unload classes fell into the time; a loader
///   that should be dead and survived one is held by something
/// @param types those whose floor rose most first
record LoaderGrowth(double collections, double windowS, List<Course> types) {

    /// The loaders of one type.
    record Course(LoaderStats.Type now, Floor floor) {}

    LoaderGrowth {
        types = List.copyOf(types);
    }

    static LoaderGrowth of(List<LoaderStats> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return new LoaderGrowth(0, 0, List.of());
        }
        LoaderStats first = oldestFirst.getFirst();
        LoaderStats last = oldestFirst.getLast();
        List<Course> types =
                last.types().values().stream()
                        .map(type -> new Course(type, Floor.of(counts(oldestFirst, type.name()))))
                        .sorted(
                                Comparator.comparingDouble((Course one) -> one.floor().added())
                                        .reversed()
                                        .thenComparingInt(one -> -one.now().loaders()))
                        .toList();
        double seconds = java.time.Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return new LoaderGrowth(last.collections() - first.collections(), seconds, types);
    }

    private static Series counts(List<LoaderStats> stats, String type) {
        return new Series(
                stats.stream()
                        .map(
                                one ->
                                        new Series.Point(
                                                one.at(),
                                                one.loaders().stream()
                                                        .filter(l -> l.type().equals(type))
                                                        .count()))
                        .toList());
    }
}
