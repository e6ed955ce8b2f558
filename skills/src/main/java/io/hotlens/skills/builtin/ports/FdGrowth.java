package io.hotlens.skills.builtin.ports;

import io.hotlens.skills.builtin.ports.Census.Group;
import io.hotlens.skills.metric.Floor;
import io.hotlens.skills.metric.Series;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How the number of open descriptors went, and that of each group.
record FdGrowth(Floor total, List<GroupCourse> groups) {

    /// The least rise for a group to be told.
    private static final int WORTH_TELLING = 1;

    /// How many were open at one moment, by group.
    record Count(Instant at, int total, Map<Group, Integer> groups) {}

    /// The course of one group.
    record GroupCourse(Group group, Floor floor) {}

    FdGrowth {
        groups = List.copyOf(groups);
    }

    /// Groups that rose, those that rose most first.
    static FdGrowth of(List<Count> oldestFirst) {
        Floor total = Floor.of(series(oldestFirst, Count::total));
        List<GroupCourse> groups =
                oldestFirst.isEmpty()
                        ? List.of()
                        : oldestFirst.getLast().groups().keySet().stream()
                                .map(group -> course(oldestFirst, group))
                                .filter(one -> one.floor().added() >= WORTH_TELLING)
                                .sorted(
                                        Comparator.comparingDouble(
                                                        (GroupCourse one) -> one.floor().added())
                                                .reversed()
                                                .thenComparing(one -> one.group().name()))
                                .toList();
        return new FdGrowth(total, groups);
    }

    private static GroupCourse course(List<Count> counts, Group group) {
        return new GroupCourse(
                group, Floor.of(series(counts, one -> one.groups().getOrDefault(group, 0))));
    }

    private static Series series(
            List<Count> counts, java.util.function.ToIntFunction<Count> number) {
        return new Series(
                counts.stream()
                        .map(one -> new Series.Point(one.at(), number.applyAsInt(one)))
                        .toList());
    }
}
