package io.hotlens.skills.builtin.heap;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How classes grew over several histograms. Pure.
///
/// @param histograms oldest first
record HeapGrowth(List<Histogram> histograms) {

    private static final Histogram.Row ABSENT = new Histogram.Row(0, 0);

    /// One class over the histograms.
    ///
    /// @param rises in how many steps from one histogram to the next it grew
    /// @param steps how many steps there were
    record Growth(
            String name,
            long instances,
            long bytes,
            long instancesAdded,
            long bytesAdded,
            int rises,
            int steps,
            Slope bytesPerMinute,
            Slope instancesPerMinute) {

        /// Whether it grew at every step.
        boolean onlyGrows() {
            return steps >= 2 && rises == steps;
        }
    }

    HeapGrowth {
        histograms = List.copyOf(histograms);
    }

    Duration span() {
        return histograms.size() < 2
                ? Duration.ZERO
                : Duration.between(histograms.getFirst().at(), histograms.getLast().at());
    }

    /// Every class that grew, by bytes added.
    List<Growth> byBytesAdded() {
        if (histograms.size() < 2) {
            return List.of();
        }
        Set<String> names = new HashSet<>(histograms.getLast().rows().keySet());
        return names.stream()
                .map(this::growth)
                .filter(growth -> growth.bytesAdded() > 0)
                .sorted(Comparator.comparingLong(Growth::bytesAdded).reversed())
                .toList();
    }

    private Growth growth(String name) {
        var bytes = new ArrayList<Series.Point>();
        var instances = new ArrayList<Series.Point>();
        int rises = 0;
        Histogram.Row before = histograms.getFirst().rows().getOrDefault(name, ABSENT);
        Histogram.Row first = before;
        bytes.add(new Series.Point(histograms.getFirst().at(), before.bytes()));
        instances.add(new Series.Point(histograms.getFirst().at(), before.instances()));
        for (Histogram histogram : histograms.subList(1, histograms.size())) {
            Histogram.Row now = histogram.rows().getOrDefault(name, ABSENT);
            if (now.instances() > before.instances()) {
                rises++;
            }
            bytes.add(new Series.Point(histogram.at(), now.bytes()));
            instances.add(new Series.Point(histogram.at(), now.instances()));
            before = now;
        }
        return new Growth(
                name,
                before.instances(),
                before.bytes(),
                before.instances() - first.instances(),
                before.bytes() - first.bytes(),
                rises,
                histograms.size() - 1,
                new Series(bytes).slope(),
                new Series(instances).slope());
    }
}
