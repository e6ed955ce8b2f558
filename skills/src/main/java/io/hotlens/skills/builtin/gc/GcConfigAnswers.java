package io.hotlens.skills.builtin.gc;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.data.Data;

import java.util.List;

/// Tells how collection is set up, and what in it does not fit the machine.
final class GcConfigAnswers {

    private final GcReader reader;

    GcConfigAnswers(GcReader reader) {
        this.reader = reader;
    }

    Data config() {
        List<String> collectors = reader.collectors();
        String collector = collectorName(collectors);
        List<String> arguments =
                reader.arguments().stream()
                        .filter(Data.Text.class::isInstance)
                        .map(one -> ((Data.Text) one).value())
                        .toList();
        MemoryUse heap = reader.heap();
        double memory = reader.memoryMb();
        var contradictions =
                Contradictions.of(arguments, collector, reader.processors(), heap.maxMb(), memory);
        return Data.fields()
                .put("collector", collector)
                .put("collectors", texts(collectors))
                .put("heap_max_mb", rounded(heap.maxMb()))
                .put("heap_committed_mb", rounded(heap.committedMb()))
                .put("processors", reader.processors())
                .put("memory_mb", rounded(memory))
                .put(
                        "options",
                        texts(
                                arguments.stream()
                                        .filter(GcConfigAnswers::concernsCollection)
                                        .toList()))
                .put("contradictions", texts(contradictions.certain()))
                .put("doubts", texts(contradictions.doubtful()))
                .build();
    }

    private static List<Data> texts(List<String> values) {
        return values.stream().map(Data::of).toList();
    }

    private static boolean concernsCollection(String option) {
        return option.startsWith("-Xm")
                || option.startsWith("-Xlog:gc")
                || option.matches("-XX:.*(GC|Heap|Ram|RAM|Gen|Survivor|Pause|Tenuring).*");
    }

    private static String collectorName(List<String> beans) {
        String all = String.join(" ", beans);
        if (all.contains("G1")) {
            return "G1";
        }
        if (all.contains("ZGC")) {
            return "ZGC";
        }
        if (all.contains("Shenandoah")) {
            return "Shenandoah";
        }
        if (all.contains("PS ")) {
            return "Parallel";
        }
        return all.contains("Copy") ? "Serial" : all;
    }
}
