package io.hotlens.skills.builtin.database;

import io.hotlens.skills.builtin.Frames;
import io.hotlens.skills.metric.Percentiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Waits for the database, by the place in the application that asked. Pure.
record Queries(List<Query> all) {

    private static final double MANY_PER_PARENT = 10;
    private static final int LEAST_REPEATS = 50;
    private static final int LEAST_PARENTS = 3;
    private static final double QUICK_MS = 20;

    Queries {
        all = List.copyOf(all);
    }

    /// NaN when there is none.
    double averageMs() {
        return all.stream().mapToDouble(Query::millis).average().orElse(Double.NaN);
    }

    double maxMs() {
        return all.stream().mapToDouble(Query::millis).max().orElse(Double.NaN);
    }

    double p95Ms() {
        return new Percentiles(all.stream().mapToDouble(Query::millis).toArray()).at(95);
    }

    int slowerThan(double ms) {
        return (int) all.stream().filter(query -> query.millis() >= ms).count();
    }

    /// One place that asks.
    record Site(String place, List<Query> queries) {

        int count() {
            return queries.size();
        }

        double totalMs() {
            return queries.stream().mapToDouble(Query::millis).sum();
        }

        double averageMs() {
            return totalMs() / count();
        }

        double maxMs() {
            return queries.stream().mapToDouble(Query::millis).max().orElse(0);
        }

        double p95Ms() {
            return percentile(95);
        }

        double medianMs() {
            return percentile(50);
        }

        private double percentile(double percent) {
            return new Percentiles(queries.stream().mapToDouble(Query::millis).toArray())
                    .at(percent);
        }

        String server() {
            return queries.getFirst().server();
        }

        List<String> callers() {
            return queries.getFirst().callers();
        }

        int slowerThan(double ms) {
            return (int) queries.stream().filter(query -> query.millis() >= ms).count();
        }
    }

    /// A place whose quick query is asked many times for each one of a place above it.
    ///
    /// @param perParent how often for each query of the parent
    record Repeated(Site site, Site parent, double perParent) {}

    /// The places, the one that waited longest in all first.
    List<Site> sites() {
        return sites(all);
    }

    private static List<Site> sites(List<Query> queries) {
        Map<String, List<Query>> places = new LinkedHashMap<>();
        queries.forEach(
                query -> places.computeIfAbsent(query.place(), _ -> new ArrayList<>()).add(query));
        return places.entrySet().stream()
                .map(entry -> new Site(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingDouble(Site::totalMs).reversed())
                .toList();
    }

    /// One query per row: a method asks once, and below it the same place asks again and again.
    /// Ratios hold for sampled events too. Tests of connections are nobody's list.
    List<Repeated> repeated() {
        List<Site> sites = sites(all.stream().filter(query -> !query.test()).toList());
        var found = new ArrayList<Repeated>();
        for (Site site : sites) {
            if (site.count() >= LEAST_REPEATS && site.medianMs() < QUICK_MS) {
                sites.stream()
                        .filter(parent -> isParent(parent, site))
                        .max(Comparator.comparingInt(Site::count))
                        .map(
                                parent ->
                                        new Repeated(
                                                site,
                                                parent,
                                                (double) site.count() / parent.count()))
                        .filter(one -> one.perParent() >= MANY_PER_PARENT)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isParent(Site parent, Site child) {
        return !parent.place().equals(child.place())
                && parent.count() >= LEAST_PARENTS
                && child.callers().contains(Frames.method(parent.place()));
    }
}
