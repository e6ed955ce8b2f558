package io.hotlens.skills.builtin.jvm;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.MBeanReader;
import io.hotlens.skills.target.TargetConnection;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the platform beans of the virtual machine.
final class JvmReader {

    static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final TargetConnection connection;
    private final MBeanReader beans;
    private final Recent<List<Pool>> pools;
    private final Recent<Reading> systemCpu;
    private final Recent<Reading> loadAverage;
    private final ProcessCpu processCpu;
    private final Recent<Optional<MemoryUse>> heap;

    /// One memory pool.
    record Pool(String name, String type, MemoryUse use, Optional<MemoryUse> afterCollection) {}

    JvmReader(SkillContext context) {
        connection = context.connection();
        beans = connection.beans();
        pools = new Recent<>(SLOW, context.clock(), this::readPools);
        systemCpu = new Recent<>(SLOW, context.clock(), () -> Beans.hostCpuPct(beans));
        loadAverage =
                new Recent<>(
                        SLOW,
                        context.clock(),
                        () -> Beans.number(beans, Beans.OPERATING_SYSTEM, "SystemLoadAverage"));
        processCpu = new ProcessCpu(context);
        heap =
                new Recent<>(
                        Duration.ofMillis(500),
                        context.clock(),
                        () -> MemoryUse.of(beans.get(Beans.MEMORY, "HeapMemoryUsage")));
    }

    MemoryUse heap() {
        return heap.get()
                .orElseThrow(
                        () -> new TargetException.Unsupported("the target tells no heap usage"));
    }

    List<Pool> pools() {
        return pools.get();
    }

    Optional<Pool> pool(String name) {
        return pools().stream().filter(pool -> pool.name().equals(name)).findFirst();
    }

    /// The segments of the code cache; one, or three when it is segmented.
    List<Pool> codeCache() {
        return pools().stream().filter(pool -> pool.name().startsWith("Code")).toList();
    }

    private List<Pool> readPools() {
        var read = new ArrayList<Pool>();
        for (String bean : beans.find(Beans.POOLS)) {
            Map<String, Data> values = beans.get(bean, List.of("Usage", "CollectionUsage", "Type"));
            MemoryUse.of(values.getOrDefault("Usage", Data.NOTHING))
                    .ifPresent(
                            use ->
                                    read.add(
                                            new Pool(
                                                    Beans.key(bean, "name"),
                                                    text(values, "Type"),
                                                    use,
                                                    MemoryUse.of(
                                                            values.getOrDefault(
                                                                    "CollectionUsage",
                                                                    Data.NOTHING)))));
        }
        return read;
    }

    private static String text(Map<String, Data> values, String name) {
        return values.getOrDefault(name, Data.NOTHING) instanceof Data.Text(String value)
                ? value
                : "";
    }

    Reading processCpuPct() {
        return processCpu.percent();
    }

    Reading systemCpuPct() {
        return systemCpu.get();
    }

    Reading loadAverage() {
        Reading load = loadAverage.get();
        return load instanceof Reading.Known(double value) && value < 0
                ? Reading.unavailable("this operating system has no load average")
                : load;
    }

    Reading processors() {
        return Reading.of(connection.info().processors());
    }

    Reading liveThreads() {
        return connection
                .counters()
                .map(counters -> counters.number("java.threads.live"))
                .filter(java.util.OptionalLong::isPresent)
                .map(live -> Reading.of(live.getAsLong()))
                .orElseGet(() -> Beans.number(beans, Beans.THREADING, "ThreadCount"));
    }

    /// Parallelism, pool size, mounted and queued virtual threads; the reason when this JVM does
    /// not tell.
    Map<String, Reading> virtualThreads() {
        Optional<String> missing =
                connection.capabilities().whyMissing(Capability.VIRTUAL_THREAD_SCHEDULER);
        var readings = new java.util.LinkedHashMap<String, Reading>();
        Map.of(
                        "parallelism", "Parallelism",
                        "pool_size", "PoolSize",
                        "mounted", "MountedVirtualThreadCount",
                        "queued", "QueuedVirtualThreadCount")
                .forEach(
                        (field, attribute) ->
                                readings.put(
                                        field,
                                        missing.map(Reading::unavailable)
                                                .orElseGet(
                                                        () ->
                                                                Beans.number(
                                                                        beans, SCHEDULER,
                                                                        attribute))));
        return readings;
    }

    Map<String, Data> threading() {
        return beans.get(
                Beans.THREADING,
                List.of(
                        "ThreadCount",
                        "DaemonThreadCount",
                        "PeakThreadCount",
                        "TotalStartedThreadCount"));
    }

    Map<String, Data> runtime() {
        return beans.get(Beans.RUNTIME, List.of("InputArguments", "Uptime", "SpecVersion"));
    }

    Map<String, Data> classes() {
        return beans.get(
                Beans.CLASS_LOADING,
                List.of("LoadedClassCount", "TotalLoadedClassCount", "UnloadedClassCount"));
    }

    Map<String, Data> compilation() {
        return beans.get(Beans.COMPILATION, List.of("Name", "TotalCompilationTime"));
    }

    /// A diagnostic command's text, or why there is none.
    Optional<String> command(String name) {
        return connection.commands().names().contains(name)
                ? Optional.of(connection.commands().run(name))
                : Optional.empty();
    }

    TargetConnection connection() {
        return connection;
    }
}
