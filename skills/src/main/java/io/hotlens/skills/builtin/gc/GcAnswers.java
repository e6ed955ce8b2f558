package io.hotlens.skills.builtin.gc;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.ThreadRates;
import io.hotlens.skills.target.TargetEvent;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the answers of the gc skill together.
final class GcAnswers {

    private final GcReader reader;

    GcAnswers(GcReader reader) {
        this.reader = reader;
    }

    Reading liveSetMb() {
        double newest = reader.analysis(GcReader.LAST_FIVE_MINUTES).liveSet().newestMb();
        return Double.isNaN(newest)
                ? Reading.unavailable("no collection since we connected")
                : Reading.of(rounded(newest));
    }

    Reading allocationMbPerS() {
        double byCollections = reader.analysis(GcReader.LAST_MINUTE).allocationMbPerS();
        if (!Double.isNaN(byCollections)) {
            return Reading.of(rounded(byCollections));
        }
        ThreadRates rates = reader.threadRates();
        return rates.threads().isEmpty()
                ? Reading.unavailable("needs two collections, or two looks at the threads")
                : Reading.of(
                        rounded(
                                rates.threads().stream()
                                        .mapToDouble(ThreadRates.Rate::allocatedMbPerS)
                                        .filter(Double::isFinite)
                                        .sum()));
    }

    Reading promotionMbPerS() {
        double rate = reader.analysis(GcReader.LAST_MINUTE).promotionMbPerS();
        return Double.isNaN(rate)
                ? Reading.unavailable("needs two collections")
                : Reading.of(rounded(rate));
    }

    Data stats() {
        GcAnalysis minute = reader.analysis(GcReader.LAST_MINUTE);
        MemoryUse heap = reader.heap();
        double live = minute.liveSet().newestMb();
        return Data.fields()
                .put("window_s", rounded(minute.seconds()))
                .put("collections", minute.pauses().size())
                .put("collections_per_min", rounded(minute.perMinute()))
                .put("time_in_gc_pct", rounded(minute.timeInGcPct()))
                .put("total_pause_ms", rounded(minute.totalPauseMs()))
                .put("longest_pause_ms", rounded(minute.longestMs()))
                .put("allocation_mb_per_s", allocationMbPerS().toData())
                .put("promotion_mb_per_s", promotionMbPerS().toData())
                .put("live_set_mb", rounded(live))
                .put("max_heap_mb", rounded(heap.maxMb()))
                .put("live_set_pct", rounded(live / heap.maxMb() * 100))
                .put("concurrent_cycles", minute.collections().size() - minute.pauses().size())
                .put("pending_finalization", reader.pendingFinalization().toData())
                .build();
    }

    Data pauses(int limit, double thresholdMs) {
        List<Data> items =
                reader.analysis(GcReader.LAST_FIVE_MINUTES).pauses().reversed().stream()
                        .filter(one -> GcAnalysis.millis(one) >= thresholdMs)
                        .map(GcAnswers::describe)
                        .toList();
        return Page.of(items, limit).toData();
    }

    private static Data describe(TargetEvent.Collection one) {
        return Data.fields()
                .putTime("at", one.at())
                .put("collector", one.collector())
                .put("action", one.action())
                .put("cause", one.cause())
                .put("pause_ms", rounded(GcAnalysis.millis(one)))
                .put("heap_before_mb", rounded(one.heapBeforeMb()))
                .put("heap_after_mb", rounded(one.heapAfterMb()))
                .build();
    }

    Data causes() {
        GcAnalysis window = reader.analysis(GcReader.LAST_FIVE_MINUTES);
        List<Data> items =
                window.causes().entrySet().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Map.Entry<String, GcAnalysis.Cause> e) ->
                                                        e.getValue().totalMs())
                                        .reversed())
                        .map(
                                entry ->
                                        (Data)
                                                Data.fields()
                                                        .put("cause", entry.getKey())
                                                        .put(
                                                                "collections",
                                                                entry.getValue().count())
                                                        .put(
                                                                "total_ms",
                                                                rounded(entry.getValue().totalMs()))
                                                        .put(
                                                                "longest_ms",
                                                                rounded(
                                                                        entry.getValue()
                                                                                .longestMs()))
                                                        .build())
                        .toList();
        return Data.fields().put("window_s", rounded(window.seconds())).put("items", items).build();
    }

    Data liveSet() {
        GcAnalysis window = reader.analysis(GcReader.LAST_FIVE_MINUTES);
        GcAnalysis.LiveSet live = window.liveSet();
        double max = reader.heap().maxMb();
        return Data.fields()
                .put("live_set_mb", rounded(live.newestMb()))
                .put("slope_mb_per_min", rounded(live.floor().perMinute()))
                .put("r2", rounded(live.floor().r2()))
                .put("minutes_to_full", rounded(live.floor().minutesTo(max)))
                .put("drops", live.drops())
                .put("collections", live.collections())
                .put("old_collections", live.oldCollections())
                .put("window_s", rounded(live.floor().span().toMillis() / 1000.0))
                .put("max_heap_mb", rounded(max))
                .put("live_set_pct", rounded(live.newestMb() / max * 100))
                .build();
    }

    Data allocators(int limit) {
        ThreadRates rates = reader.threadRates();
        List<Data> threads =
                rates.threads().stream()
                        .filter(rate -> rate.allocatedMbPerS() > 0)
                        .sorted(
                                Comparator.comparingDouble(ThreadRates.Rate::allocatedMbPerS)
                                        .reversed())
                        .limit(Math.min(limit, Page.MAX_LIMIT))
                        .map(
                                rate ->
                                        (Data)
                                                Data.fields()
                                                        .put("id", (double) rate.now().id())
                                                        .put("name", rate.now().name())
                                                        .put(
                                                                "allocated_mb_per_s",
                                                                rounded(rate.allocatedMbPerS()))
                                                        .build())
                        .toList();
        return Data.fields()
                .put("window_s", rounded(rates.window().toMillis() / 1000.0))
                .put("threads", threads)
                .put("sites", sites(limit))
                .build();
    }

    /// Allocation sites weighted by the bytes each sample stands for.
    private List<Data> sites(int limit) {
        record Site(String at, String type) {}
        Map<Site, Double> weights = new HashMap<>();
        for (TargetEvent.Recorded sample : reader.allocationSamples()) {
            double weight =
                    sample.fields().get("weight") instanceof Data.Num(double value) ? value : 1;
            var site = new Site(ownFrame(sample.stack()), className(sample));
            weights.merge(site, weight, Double::sum);
        }
        double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Site, Double>comparingByValue().reversed())
                .limit(Math.min(limit, Page.MAX_LIMIT))
                .map(
                        entry ->
                                (Data)
                                        Data.fields()
                                                .put("site", entry.getKey().at())
                                                .put("class_name", entry.getKey().type())
                                                .put(
                                                        "share_pct",
                                                        rounded(entry.getValue() / total * 100))
                                                .build())
                .toList();
    }

    private static String ownFrame(List<String> stack) {
        return stack.stream()
                .filter(frame -> !frame.startsWith("java.") && !frame.startsWith("jdk."))
                .findFirst()
                .orElse(stack.isEmpty() ? "" : stack.getFirst());
    }

    private static String className(TargetEvent.Recorded sample) {
        return switch (sample.fields().getOrDefault("objectClass", Data.NOTHING)) {
            case Data.Text(String name) -> name;
            case Data.Fields fields -> fields.text("name").orElse("");
            case Data.Num _, Data.Bool _, Data.Items _, Data.Nothing _ -> "";
        };
    }

    Data efficiency() {
        GcAnalysis minute = reader.analysis(GcReader.LAST_MINUTE);
        return Data.fields()
                .put("window_s", rounded(minute.seconds()))
                .put("freed_mb", rounded(minute.freedMb()))
                .put("total_pause_ms", rounded(minute.totalPauseMs()))
                .put("freed_mb_per_ms", rounded(minute.freedMb() / minute.totalPauseMs()))
                .build();
    }
}
