package io.hotlens.skills.builtin.heap;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.BadArguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Puts the answers of the heap skill together.
final class HeapAnswers {

    private final HeapReader reader;

    HeapAnswers(HeapReader reader) {
        this.reader = reader;
    }

    Reading classCount() {
        return newest().map(one -> Reading.of(one.rows().size())).orElseGet(HeapAnswers::none);
    }

    Reading largestClassMb() {
        return newest().map(
                        one ->
                                Reading.of(
                                        rounded(
                                                Beans.megabytes(
                                                        one.rows().values().stream()
                                                                .mapToLong(Histogram.Row::bytes)
                                                                .max()
                                                                .orElse(0)))))
                .orElseGet(HeapAnswers::none);
    }

    private java.util.Optional<Histogram> newest() {
        List<Histogram> held = reader.held();
        return held.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(held.getLast());
    }

    private static Reading none() {
        return Reading.unavailable("no histogram was taken yet; heap_top_classes() takes one");
    }

    Data classes(int limit) {
        Histogram histogram = reader.histogram(false);
        List<Data> items =
                histogram.rows().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> row(entry.getKey(), entry.getValue()).build())
                        .map(Data.class::cast)
                        .toList();
        return stamped(Page.of(items, limit), histogram);
    }

    Data classInfo(String name) {
        Histogram histogram = reader.histogram(false);
        Histogram.Row row = histogram.rows().get(name);
        if (row == null) {
            throw new BadArguments(
                    "no object of class '%s' is in the heap; use the full name, such as java.lang.String or byte[]"
                            .formatted(name));
        }
        var growth =
                new HeapGrowth(reader.held())
                        .byBytesAdded().stream().filter(one -> one.name().equals(name)).findFirst();
        FieldsBuilder fields = row(name, row).putTime("taken_at", histogram.at());
        growth.ifPresent(one -> put(fields, one));
        return fields.build();
    }

    Data topClasses(int limit, String by, boolean live) {
        Histogram histogram = reader.histogram(live);
        ToLongFunction<Map.Entry<String, Histogram.Row>> key =
                by.equals("instances") ? e -> e.getValue().instances() : e -> e.getValue().bytes();
        List<Data> items =
                histogram.rows().entrySet().stream()
                        .sorted(Comparator.comparingLong(key).reversed())
                        .map(entry -> row(entry.getKey(), entry.getValue()).build())
                        .map(Data.class::cast)
                        .toList();
        return stamped(Page.of(items, limit), histogram);
    }

    private static Data stamped(Page page, Histogram histogram) {
        return page.fields()
                .putTime("taken_at", histogram.at())
                .put("live_only", histogram.live())
                .put("stopped_ms", (double) histogram.stopped().toMillis())
                .build();
    }

    private static FieldsBuilder row(String name, Histogram.Row row) {
        return Data.fields()
                .put("class_name", name)
                .put("instances", (double) row.instances())
                .put("bytes", (double) row.bytes())
                .put("mb", rounded(Beans.megabytes(row.bytes())));
    }

    Data growth(double minutes) {
        reader.histogram(false);
        HeapGrowth growth = since(minutes);
        return page(growth, growth.byBytesAdded(), Page.DEFAULT_LIMIT);
    }

    Data leakCandidates(int limit) {
        reader.histogram(false);
        HeapGrowth growth = new HeapGrowth(reader.held());
        return page(
                growth,
                growth.byBytesAdded().stream().filter(HeapGrowth.Growth::onlyGrows).toList(),
                limit);
    }

    /// The candidates, with the paths that keep sampled objects alive; the first call begins to
    /// sample, the next one ends it and tells them.
    Data leakCandidatesWithPaths(int limit) {
        Data.Fields candidates = (Data.Fields) leakCandidates(limit);
        FieldsBuilder paths = Data.fields();
        if (reader.oldObjects().underWay()) {
            Page page = Page.of(KeptObjects.of(reader.oldObjects().end()), limit);
            paths.put("state", "done").put("total", page.total()).put("items", page.items());
        } else {
            reader.oldObjects().begin();
            paths.put("state", "sampling; ask again after half a minute");
        }
        var all = new LinkedHashMap<>(candidates.values());
        all.put("paths", paths.build());
        return new Data.Fields(all);
    }

    private HeapGrowth since(double minutes) {
        List<Histogram> held = reader.held();
        Instant from =
                held.getLast()
                        .at()
                        .minus(Duration.ofMillis((long) (Math.max(minutes, 0) * 60_000)));
        return new HeapGrowth(held.stream().filter(one -> !one.at().isBefore(from)).toList());
    }

    private static Data page(HeapGrowth growth, List<HeapGrowth.Growth> classes, int limit) {
        List<Data> items =
                classes.stream()
                        .map(
                                one ->
                                        (Data)
                                                put(
                                                                row(
                                                                        one.name(),
                                                                        new Histogram.Row(
                                                                                one.instances(),
                                                                                one.bytes())),
                                                                one)
                                                        .build())
                        .toList();
        return Page.of(items, limit)
                .fields()
                .put("histograms", growth.histograms().size())
                .put("window_s", growth.span().toMillis() / 1000.0)
                .build();
    }

    private static FieldsBuilder put(FieldsBuilder fields, HeapGrowth.Growth one) {
        return fields.put("instances_added", (double) one.instancesAdded())
                .put("mb_added", rounded(Beans.megabytes(one.bytesAdded())))
                .put("mb_per_min", rounded(one.bytesPerMinute().perMinute() / (1 << 20)))
                .put("r2", rounded(one.bytesPerMinute().r2()))
                .put("instances_per_min", rounded(one.instancesPerMinute().perMinute()))
                .put("only_grows", one.onlyGrows());
    }

    Data caches() {
        List<Data> items = reader.caches().caches().stream().map(this::cache).toList();
        return Page.of(items, Page.MAX_LIMIT)
                .fields()
                .put(
                        "note",
                        items.isEmpty()
                                ? "no cache shows itself by MBeans; plain Caffeine and Guava never"
                                        + " do, JCache needs statisticsEnabled"
                                : "")
                .build();
    }

    private Data cache(Cache cache) {
        Cache.Use recent = reader.caches().recent(cache);
        return Data.fields()
                .put("name", cache.name())
                .put("kind", cache.kind())
                .put("gets", cache.gets())
                .put("hit_pct", rounded(cache.hitPct()))
                .put("evictions", cache.evictions())
                .put("entries", cache.entries())
                .put(
                        "recent",
                        Data.fields()
                                .put("window_s", recent.window().toMillis() / 1000.0)
                                .put("gets", recent.gets())
                                .put("hit_pct", rounded(recent.hitPct()))
                                .put("evictions", recent.evictions())
                                .build())
                .build();
    }
}
