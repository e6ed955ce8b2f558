package io.hotlens.ui.overview;

import io.hotlens.ui.model.Vitals;
import io.hotlens.ui.model.Vitals.Vital;
import io.hotlens.ui.text.Messages;

import java.util.List;
import java.util.Optional;

/// One tile of the overview.
///
/// @param metrics ids in order of preference; the first that the target measures is shown
record Gauge(String title, List<String> metrics) {

    /// Heap, CPU, GC, threads and allocation.
    static List<Gauge> standard() {
        return List.of(
                new Gauge(Messages.text("gauge.heap"), List.of("jvm.heap_used_pct")),
                new Gauge(
                        Messages.text("gauge.cpu"),
                        List.of("jvm.process_cpu_pct", "jvm.system_cpu_pct")),
                new Gauge(Messages.text("gauge.gc"), List.of("gc.time_in_gc_pct")),
                new Gauge(
                        Messages.text("gauge.threads"),
                        List.of("jvm.live_threads", "threads.threads_total")),
                new Gauge(
                        Messages.text("gauge.allocation"),
                        List.of("gc.allocation_mb_per_s", "gc.live_set_mb")));
    }

    /// The metric behind the tile; one with values is preferred to one without.
    Optional<Vital> in(Vitals vitals) {
        List<Vital> there = metrics.stream().flatMap(id -> vitals.vital(id).stream()).toList();
        return there.stream()
                .filter(vital -> vital.latest().isKnown())
                .findFirst()
                .or(() -> there.stream().findFirst());
    }
}
