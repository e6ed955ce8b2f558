package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.Census.Group;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How the number of open descriptors went, and that of each group.
record FdGrowth(Course total, List<GroupCourse> groups) {

    /// The least rise for a group to be told.
    private static final int WORTH_TELLING = 1;

    /// How many were open at one moment, by group.
    record Count(Instant at, int total, Map<Group, Integer> groups) {}

    /// One number over time.
    ///
    /// @param floor the line through what was never closed again: at each moment the least that any
    ///   later one had
    /// @param added rise of that floor over the window
    /// @param addedLately its rise over the last third of the window: 0 when the growth has ended
    record Course(int open, Slope floor, double added, double addedLately) {

        static Course of(Series counts) {
            var floor = new ArrayList<Series.Point>();
            double least = Double.POSITIVE_INFINITY;
            for (Series.Point point : counts.points().reversed()) {
                least = Math.min(least, point.value());
                floor.add(new Series.Point(point.at(), least));
            }
            Collections.reverse(floor);
            var series = new Series(floor);
            int open = counts.isEmpty() ? 0 : (int) counts.points().getLast().value();
            return new Course(open, series.slope(), rise(series), rise(lastThird(series)));
        }

        private static Series lastThird(Series series) {
            return series.isEmpty()
                    ? series
                    : series.since(
                            series.points().getLast().at().minus(series.span().dividedBy(3)));
        }

        private static double rise(Series series) {
            return series.isEmpty()
                    ? 0
                    : series.points().getLast().value() - series.points().getFirst().value();
        }
    }

    /// The course of one group.
    record GroupCourse(Group group, Course course) {}

    FdGrowth {
        groups = List.copyOf(groups);
    }

    /// Groups that rose, those that rose most first.
    static FdGrowth of(List<Count> oldestFirst) {
        Course total = Course.of(series(oldestFirst, Count::total));
        List<GroupCourse> groups =
                oldestFirst.isEmpty()
                        ? List.of()
                        : oldestFirst.getLast().groups().keySet().stream()
                                .map(group -> course(oldestFirst, group))
                                .filter(one -> one.course().added() >= WORTH_TELLING)
                                .sorted(
                                        Comparator.comparingDouble(
                                                        (GroupCourse one) -> one.course().added())
                                                .reversed()
                                                .thenComparing(one -> one.group().name()))
                                .toList();
        return new FdGrowth(total, groups);
    }

    private static GroupCourse course(List<Count> counts, Group group) {
        return new GroupCourse(
                group, Course.of(series(counts, one -> one.groups().getOrDefault(group, 0))));
    }

    private static Series series(
            List<Count> counts, java.util.function.ToIntFunction<Count> number) {
        return new Series(
                counts.stream()
                        .map(one -> new Series.Point(one.at(), number.applyAsInt(one)))
                        .toList());
    }
}
