package io.hotlens.skills.builtin.nativememory;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/// The process's memory at one moment, by part, in MB; a part that could not be read is absent.
record Footprint(Instant at, Map<Part, Double> parts) {

    /// What memory is counted as.
    enum Part {
        RSS("rss", "resident memory of the whole process"),
        HEAP_RESIDENT("heap_resident", "the Java heap, as far as it was touched"),
        DIRECT("direct_buffers", "direct byte buffers"),
        MAPPED("mapped_buffers", "mapped byte buffers"),
        JVM("jvm_committed", "metaspace, class space and compiled code, committed"),
        UNACCOUNTED(
                "malloc_unaccounted",
                "anonymous memory outside the heap that is neither the JVM's nor a direct buffer:"
                        + " malloc, thread stacks, the collector's and compiler's own");

        final String word;
        final String meaning;

        Part(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }
    }

    Footprint {
        parts = Map.copyOf(parts);
    }

    OptionalDouble part(Part part) {
        Double value = parts.get(part);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
