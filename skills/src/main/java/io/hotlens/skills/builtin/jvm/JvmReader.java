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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Reads the platform beans of the virtual machine.
final class JvmReader {

    static final String SCHEDULER = "jdk.management:type=VirtualThreadScheduler";

    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration RARE = Duration.ofSeconds(30);
    private static final Map<String, String> SCHEDULER_FIELDS =
            Map.of(
                    "parallelism", "Parallelism",
                    "pool_size", "PoolSize",
                    "mounted", "MountedVirtualThreadCount",
                    "queued", "QueuedVirtualThreadCount");

    private final TargetConnection connection;
    private final MBeanReader beans;
    private final Recent<List<String>> poolBeans;
    private final Recent<List<Pool>> pools;
    private final Recent<List<Pool>> codeCache;
    private final Recent<Reading> metaspace;
    private final Recent<Reading> classes;
    private final Recent<Map<String, Reading>> virtualThreads;
    private final Recent<Reading> systemCpu;
    private final Recent<Reading> loadAverage;
    private final ProcessCpu processCpu;
    private final Recent<Optional<MemoryUse>> heap;

    /// One memory pool.
    record Pool(String name, String type, MemoryUse use, Optional<MemoryUse> afterCollection) {}

    JvmReader(SkillContext context) {
        connection = context.connection();
        beans = connection.beans();
        poolBeans =
                new Recent<>(Duration.ofMinutes(1), context.clock(), () -> beans.find(Beans.POOLS));
        pools = new Recent<>(SLOW, context.clock(), () -> readPools(_ -> true));
        codeCache =
                new Recent<>(
                        RARE, context.clock(), () -> readPools(name -> name.startsWith("Code")));
        metaspace = new Recent<>(SLOW, context.clock(), this::readMetaspace);
        classes = new Recent<>(Duration.ofMillis(900), context.clock(), this::readLoadedClasses);
        virtualThreads = new Recent<>(SLOW, context.clock(), this::readVirtualThreads);
        systemCpu = new Recent<>(SLOW, context.clock(), () -> Beans.hostCpuPct(beans));
        loadAverage =
                new Recent<>(
                        SLOW,
                        context.clock(),
                        () -> Beans.number(beans, Beans.OPERATING_SYSTEM, "SystemLoadAverage"));
        processCpu = new ProcessCpu(context);
        heap =
                new Recent<>(
                        Duration.ofMillis(1_900),
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

    /// The segments of the code cache, read each 30 s; one, or three when it is segmented.
    List<Pool> codeCache() {
        return codeCache.get();
    }

    Reading metaspaceMb() {
        return metaspace.get();
    }

    private Reading readMetaspace() {
        return MemoryUse.of(beans.get(Beans.METASPACE, "Usage"))
                .map(use -> Reading.of(use.usedMb()))
                .orElseGet(() -> Reading.unavailable("this JVM has no Metaspace pool"));
    }

    Reading loadedClasses() {
        return classes.get();
    }

    /// The counters cost the target nothing; those of the shared archive are counted apart.
    private Reading readLoadedClasses() {
        OptionalLong loaded = counter("java.cls.loadedClasses");
        OptionalLong shared = counter("java.cls.sharedLoadedClasses");
        OptionalLong unloaded = counter("java.cls.unloadedClasses");
        OptionalLong sharedUnloaded = counter("java.cls.sharedUnloadedClasses");
        return loaded.isPresent() && shared.isPresent() && unloaded.isPresent()
                ? Reading.of(
                        loaded.getAsLong()
                                + shared.getAsLong()
                                - unloaded.getAsLong()
                                - sharedUnloaded.orElse(0))
                : Beans.number(beans, Beans.CLASS_LOADING, "LoadedClassCount");
    }

    private OptionalLong counter(String name) {
        return connection
                .counters()
                .map(counters -> counters.number(name))
                .orElse(OptionalLong.empty());
    }

    private List<Pool> readPools(Predicate<String> wanted) {
        var read = new ArrayList<Pool>();
        for (String bean : poolBeans.get()) {
            if (!wanted.test(Beans.key(bean, "name"))) {
                continue;
            }
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
        OptionalLong live = counter("java.threads.live");
        return live.isPresent()
                ? Reading.of(live.getAsLong())
                : Beans.number(beans, Beans.THREADING, "ThreadCount");
    }

    /// Parallelism, pool size, mounted and queued virtual threads, read each 5 s; the reason when
    /// this JVM does not tell.
    Map<String, Reading> virtualThreads() {
        return virtualThreads.get();
    }

    private Map<String, Reading> readVirtualThreads() {
        Optional<String> missing =
                connection.capabilities().whyMissing(Capability.VIRTUAL_THREAD_SCHEDULER);
        Map<String, Data> values =
                missing.isPresent()
                        ? Map.of()
                        : beans.get(SCHEDULER, List.copyOf(SCHEDULER_FIELDS.values()));
        var readings = new LinkedHashMap<String, Reading>();
        SCHEDULER_FIELDS.forEach(
                (field, attribute) ->
                        readings.put(
                                field,
                                values.get(attribute) instanceof Data.Num(double value)
                                        ? Reading.of(value)
                                        : Reading.unavailable(
                                                missing.orElse("the scheduler does not tell"))));
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
