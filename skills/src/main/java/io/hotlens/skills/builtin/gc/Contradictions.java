package io.hotlens.skills.builtin.gc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settings that do not fit the machine: pure.
///
/// @param certain those that nobody can have meant
/// @param doubtful those that may have a reason
record Contradictions(List<String> certain, List<String> doubtful) {

    private static final int LARGE_HEAP_MB = 4_096;

    /// Collector threads share the processors: some more than there are can be meant, a multiple
    /// only gets in its own way.
    private static final int TIMES_PROCESSORS = 4;

    private static final int FEW_THREADS = 16;
    private static final Pattern THREADS =
            Pattern.compile("-XX:(ParallelGCThreads|ConcGCThreads|CICompilerCount)=(\\d{1,6})");
    private static final Pattern SEEN_PROCESSORS =
            Pattern.compile("-XX:ActiveProcessorCount=(\\d{1,6})");

    Contradictions {
        certain = List.copyOf(certain);
        doubtful = List.copyOf(doubtful);
    }

    /// What contradicts.
    ///
    /// @param options the JVM's arguments
    /// @param heapMaxMb NaN without a limit
    /// @param memoryMb of the machine or the container, NaN when unknown
    static Contradictions of(
            List<String> options,
            String collector,
            int processors,
            double heapMaxMb,
            double memoryMb) {
        var certain = new ArrayList<String>();
        var doubtful = new ArrayList<String>();
        if (heapMaxMb > memoryMb) {
            certain.add(
                    "the heap may grow to %.0f MB, but the machine or container has %.0f MB"
                            .formatted(heapMaxMb, memoryMb));
        }
        for (String option : options) {
            Matcher threads = THREADS.matcher(option);
            if (threads.matches() && tooMany(Integer.parseInt(threads.group(2)), processors)) {
                certain.add("%s for %d processors".formatted(option, processors));
            }
        }
        claimed(options)
                .ifPresent(
                        claimed ->
                                doubtful.add(
                                        "the JVM was told to count on %d processors"
                                                .formatted(claimed)));
        if (collector.equals("Serial") && processors > 1 && heapMaxMb > LARGE_HEAP_MB) {
            doubtful.add(
                    "the serial collector uses one of %d processors for a heap of %.0f MB"
                            .formatted(processors, heapMaxMb));
        }
        return new Contradictions(certain, doubtful);
    }

    private static boolean tooMany(int threads, int processors) {
        return threads > FEW_THREADS && threads >= TIMES_PROCESSORS * processors;
    }

    private static OptionalInt claimed(List<String> options) {
        return options.stream()
                .map(SEEN_PROCESSORS::matcher)
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)))
                .findFirst();
    }
}
