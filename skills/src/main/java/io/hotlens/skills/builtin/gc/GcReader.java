package io.hotlens.skills.builtin.gc;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.ThreadRates;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Heard;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads collections, heap limits and allocation by thread.
final class GcReader {

    static final Duration LAST_MINUTE = Duration.ofMinutes(1);
    static final Duration LAST_FIVE_MINUTES = Duration.ofMinutes(5);

    private static final Duration RATES = Duration.ofSeconds(30);

    private final SkillContext context;
    private final Recent<Reading> pendingFinalization;
    private final Recent<MemoryUse> heap;

    GcReader(SkillContext context) {
        this.context = context;
        this.pendingFinalization =
                new Recent<>(
                        Duration.ofSeconds(10),
                        context.clock(),
                        () ->
                                Beans.number(
                                        context.connection().beans(),
                                        Beans.MEMORY,
                                        "ObjectPendingFinalizationCount"));
        this.heap =
                new Recent<>(
                        Duration.ofSeconds(1),
                        context.clock(),
                        () ->
                                MemoryUse.of(
                                                context.connection()
                                                        .beans()
                                                        .get(Beans.MEMORY, "HeapMemoryUsage"))
                                        .orElse(new MemoryUse(Double.NaN, Double.NaN, Double.NaN)));
    }

    /// The collections of the last `wanted`, or of as much of it as is known: since they are heard,
    /// or since the oldest one held of a flood of them.
    GcAnalysis analysis(Duration wanted) {
        Optional<Heard> heard =
                context.connection()
                        .collectionsHeard()
                        .map(
                                all ->
                                        context.events()
                                                .collectionsCompleteSince()
                                                .map(all::since)
                                                .orElse(all))
                        .map(all -> all.last(wanted));
        return heard.map(this::analysis).orElseGet(() -> GcAnalysis.of(List.of(), Duration.ZERO));
    }

    private GcAnalysis analysis(Heard heard) {
        Duration age = Duration.between(heard.from(), context.clock().instant());
        return GcAnalysis.of(context.events().collections(age), heard.length());
    }

    ThreadRates threadRates() {
        return context.threads().rates(RATES);
    }

    Reading pendingFinalization() {
        return pendingFinalization.get();
    }

    MemoryUse heap() {
        return heap.get();
    }

    List<String> collectors() {
        return context.connection().beans().find(Beans.COLLECTORS).stream()
                .map(bean -> Beans.key(bean, "name"))
                .toList();
    }

    List<Data> arguments() {
        return context.connection().beans().get(Beans.RUNTIME, "InputArguments")
                        instanceof Data.Items(List<Data> values)
                ? values
                : List.of();
    }

    /// Memory of the machine, or of its container where the JVM knows of one, in MB; NaN when it
    /// does not tell.
    double memoryMb() {
        return Beans.number(context.connection().beans(), Beans.OPERATING_SYSTEM, "TotalMemorySize")
                        instanceof Reading.Known(double bytes)
                ? Beans.megabytes(bytes)
                : Double.NaN;
    }

    int processors() {
        return context.connection().info().processors();
    }

    List<TargetEvent.Recorded> allocationSamples() {
        return context.events().recorded("jdk.ObjectAllocationSample", LAST_MINUTE);
    }
}
