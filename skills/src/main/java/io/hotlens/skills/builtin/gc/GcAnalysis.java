package io.hotlens.skills.builtin.gc;

import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;
import io.hotlens.skills.target.TargetEvent.Collection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pure arithmetic over the collections of one window.
///
/// @param collections oldest first
/// @param window how long was watched, which is more than from the first collection to the last
record GcAnalysis(List<Collection> collections, Duration window) {

    /// Collections by their cause.
    record Cause(int count, double totalMs, double longestMs) {}

    /// The heap that survives, over time.
    ///
    /// @param newestMb what the newest collection left
    /// @param floor the line through what was never freed again: at each collection the least that
    ///   any later one left
    /// @param drops how often a collection left at least 20 % less than the highest one before it
    /// @param oldCollections how many of the collections emptied the old generation too
    record LiveSet(double newestMb, Slope floor, int drops, int collections, int oldCollections) {}

    static GcAnalysis of(List<Collection> newestFirst, Duration window) {
        var oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return new GcAnalysis(List.copyOf(oldestFirst), window);
    }

    List<Collection> pauses() {
        return collections.stream().filter(Collection::pause).toList();
    }

    double seconds() {
        return window.toNanos() / 1e9;
    }

    double perMinute() {
        return seconds() <= 0 ? Double.NaN : pauses().size() / seconds() * 60;
    }

    double totalPauseMs() {
        return pauses().stream().mapToDouble(GcAnalysis::millis).sum();
    }

    double timeInGcPct() {
        return seconds() <= 0 ? Double.NaN : Math.min(100, totalPauseMs() / seconds() / 10);
    }

    double longestMs() {
        return pauses().stream()
                .mapToDouble(GcAnalysis::millis)
                .max()
                .orElse(seconds() <= 0 ? Double.NaN : 0);
    }

    /// Allocated between the ends and beginnings of successive collections; NaN with fewer than
    /// two.
    double allocationMbPerS() {
        List<Collection> pauses = pauses();
        double allocated = 0;
        for (int i = 1; i < pauses.size(); i++) {
            allocated +=
                    Math.max(0, pauses.get(i).heapBeforeMb() - pauses.get(i - 1).heapAfterMb());
        }
        return rate(allocated, pauses);
    }

    /// What young collections moved into the old generation; NaN with fewer than two collections.
    double promotionMbPerS() {
        List<Collection> pauses = pauses();
        double promoted = 0;
        for (int i = 1; i < pauses.size(); i++) {
            if (!pauses.get(i).major()) {
                promoted +=
                        Math.max(0, pauses.get(i).oldAfterMb() - pauses.get(i - 1).oldAfterMb());
            }
        }
        return rate(promoted, pauses);
    }

    private static double rate(double amount, List<Collection> pauses) {
        if (pauses.size() < 2) {
            return Double.NaN;
        }
        double seconds =
                Duration.between(pauses.getFirst().at(), pauses.getLast().at()).toNanos() / 1e9;
        return seconds <= 0 ? Double.NaN : amount / seconds;
    }

    double freedMb() {
        return pauses().stream()
                .mapToDouble(one -> Math.max(0, one.heapBeforeMb() - one.heapAfterMb()))
                .sum();
    }

    Map<String, Cause> causes() {
        var byCause = new LinkedHashMap<String, Cause>();
        for (Collection one : pauses()) {
            byCause.merge(
                    one.cause(),
                    new Cause(1, millis(one), millis(one)),
                    (a, b) ->
                            new Cause(
                                    a.count() + b.count(),
                                    a.totalMs() + b.totalMs(),
                                    Math.max(a.longestMs(), b.longestMs())));
        }
        return byCause;
    }

    LiveSet liveSet() {
        List<Collection> pauses = pauses();
        var floor = new ArrayList<Series.Point>();
        double least = Double.POSITIVE_INFINITY;
        for (Collection one : pauses.reversed()) {
            least = Math.min(least, one.heapAfterMb());
            floor.add(new Series.Point(one.at(), least));
        }
        Collections.reverse(floor);
        double newest = pauses.isEmpty() ? Double.NaN : pauses.getLast().heapAfterMb();
        int old = (int) collections.stream().filter(Collection::major).count();
        return new LiveSet(newest, new Series(floor).slope(), drops(pauses), pauses.size(), old);
    }

    private static int drops(List<Collection> pauses) {
        int drops = 0;
        double highest = 0;
        for (Collection one : pauses) {
            if (one.heapAfterMb() < highest * 0.8) {
                drops++;
                highest = one.heapAfterMb();
            }
            highest = Math.max(highest, one.heapAfterMb());
        }
        return drops;
    }

    static double millis(Collection collection) {
        return collection.duration().toNanos() / 1e6;
    }
}
