package io.hotlens.app.playbook;

import io.hotlens.skills.data.Data;

import java.util.List;

/// Answers of the callbacks that the playbook of gc asks, as the target gives them.
final class GcAnswers {

    private GcAnswers() {}

    static final double MAX_HEAP_MB = 512;
    static final String UNKNOWN = "{\"unavailable\":\"needs two collections\"}";

    static Playbook healthy() {
        return Playbook.of("gc")
                .answer("gc_stats", stats(60, 0.3, 6))
                .answer("gc_live_set", live(0.5, 0.2, 0, 6, 55, 20))
                .answer("gc_causes", causes("G1 Evacuation Pause", 6, 60))
                .answer("gc_config", config(""))
                .answer("gc_long_gcs", "{\"total\":0,\"showing\":0,\"items\":[]}")
                .answer("history jvm.system_cpu_pct", "{\"max\":60,\"avg\":50}")
                .answer("history jvm.process_cpu_pct", "{\"max\":60,\"avg\":45}");
    }

    static String stats(double windowS, double gcPct, double perMin) {
        return stats(windowS, gcPct, perMin, "20", "0");
    }

    static String stats(
            double windowS, double gcPct, double perMin, String allocation, String pending) {
        return """
        {"window_s":%s,"collections":6,"collections_per_min":%s,"time_in_gc_pct":%s,
        "total_pause_ms":180,"longest_pause_ms":40,"allocation_mb_per_s":%s,
        "promotion_mb_per_s":0.1,"live_set_mb":100,"max_heap_mb":512,"live_set_pct":19.5,
        "concurrent_cycles":0,"pending_finalization":%s}\
        """
                .formatted(windowS, perMin, gcPct, allocation, pending);
    }

    static String live(
            double perMin, double r2, int drops, int collections, double windowS, double pct) {
        return live(perMin, r2, drops, collections, 1, windowS, pct);
    }

    static String live(
            double perMin,
            double r2,
            int drops,
            int collections,
            int old,
            double windowS,
            double pct) {
        double now = pct * MAX_HEAP_MB / 100;
        return """
        {"live_set_mb":%s,"slope_mb_per_min":%s,"r2":%s,"minutes_to_full":%s,"drops":%d,
        "collections":%d,"old_collections":%d,"window_s":%s,"max_heap_mb":%s,"live_set_pct":%s}\
        """
                .formatted(
                        now,
                        perMin,
                        r2,
                        perMin > 0 ? (MAX_HEAP_MB - now) / perMin : "null",
                        drops,
                        collections,
                        old,
                        windowS,
                        MAX_HEAP_MB,
                        pct);
    }

    static String causes(String cause, int collections, double windowS) {
        return """
        {"window_s":%s,"items":[
        {"cause":"%s","collections":%d,"total_ms":180,"longest_ms":40}]}\
        """
                .formatted(windowS, cause, collections);
    }

    static String config(String contradiction) {
        return """
        {"collector":"G1","collectors":["G1 Young Generation"],"heap_max_mb":512,
        "heap_committed_mb":512,"processors":4,"memory_mb":null,"options":["-Xmx512m"],
        "contradictions":[%s],"doubts":["the JVM was told to count on 2 processors"]}\
        """
                .formatted(contradiction.isEmpty() ? "" : '"' + contradiction + '"');
    }

    static String allocators(String... threads) {
        return "{\"window_s\":30,\"threads\":[%s],\"sites\":[]}"
                .formatted(String.join(",", threads));
    }

    static String thread(String name, double mbPerS) {
        return "{\"id\":21,\"name\":\"%s\",\"allocated_mb_per_s\":%s}".formatted(name, mbPerS);
    }

    static String pause(double ms) {
        return """
        {"at":"2026-05-01T10:00:00Z","unix_ms":1777629600000,"collector":"G1 Old Generation",
        "action":"end of major GC","cause":"G1 Compaction Pause","pause_ms":%s,
        "heap_before_mb":500,"heap_after_mb":400}\
        """
                .formatted(ms);
    }

    static String observation(Data.Fields finding) {
        return finding.text("observation").orElse("");
    }

    static List<String> types(Playbook playbook) {
        return playbook.run().findings().stream()
                .map(finding -> finding.text("type").orElse(""))
                .toList();
    }
}
