package io.hotlens.skills.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The demo JVMs, with the options they need and the anomaly type that is right for each.
public enum Demo implements Illness {
    DEADLOCK("deadlock", DeadlockDemo.class, "deadlock", "two threads wait for each other's lock"),
    LOCK_UPGRADE("lock-upgrade", LockUpgradeDemo.class, "stuck_threads", "a hang no JVM reports"),
    POOL_STARVATION(
            "pool-starvation",
            PoolStarvationDemo.class,
            "thread_pool_starvation",
            "workers wait for tasks in their own queue"),
    LIVELOCK("livelock", LivelockDemo.class, "livelock", "two threads retry against each other"),
    CONTENTION(
            "contention", ContentionDemo.class, "lock_contention", "eight threads, one slow lock"),
    CPU_LOOP("cpu-loop", CpuLoopDemo.class, "cpu_hot_loop", "one thread never leaves its loop"),
    HEAP_LEAK(
            "heap-leak", HeapLeakDemo.class, "heap_leak", "sessions are never removed", "-Xmx224m"),
    UNDERSIZED_HEAP(
            "undersized-heap",
            UndersizedHeapDemo.class,
            "heap_undersized",
            "a heap hardly larger than what lives in it",
            "-Xmx64m"),
    ALLOCATION(
            "allocation",
            AllocationDemo.class,
            "allocation_pressure",
            "a flood of short-lived objects",
            "-Xmx256m"),
    EXPLICIT_GC("explicit-gc", ExplicitGcDemo.class, "explicit_gc", "System.gc() twice a second"),
    METASPACE_LEAK(
            "metaspace-leak",
            MetaspaceLeakDemo.class,
            "metaspace_leak",
            "class loaders are never released"),
    THREAD_LEAK("thread-leak", ThreadLeakDemo.class, "thread_leak", "threads that never end"),
    FINALIZER(
            "finalizer",
            FinalizerDemo.class,
            "finalizer_backlog",
            "finalizers cannot keep up",
            "-Xmx256m"),
    FD_LEAK("fd-leak", FdLeakDemo.class, "fd_leak", "files are opened and never closed"),
    SOCKET_LEAK(
            "socket-leak",
            SocketLeakDemo.class,
            "socket_leak",
            "sockets are kept after the peer has closed"),
    SLOW_FILE("slow-file", SlowFileDemo.class, "slow_file_io", "two threads wait for slow devices"),
    IO_HEAVY("io-heavy", IoHeavyDemo.class, "io_heavy", "a file is rewritten all the time"),
    SLOW_REMOTE(
            "slow-remote", SlowRemoteDemo.class, "slow_remote", "a service answers after 300 ms"),
    DIRECT_BUFFER_LEAK(
            "direct-buffer-leak",
            DirectBufferLeakDemo.class,
            "direct_buffer_leak",
            "direct buffers are kept"),
    NATIVE_LEAK("native-leak", NativeLeakDemo.class, "native_leak", "compressors are never ended"),
    CLASSLOADER_LEAK(
            "classloader-leak",
            ClassLoaderLeakDemo.class,
            "classloader_leak",
            "old copies of an application stay alive",
            "-XX:+UseSerialGC",
            "-Xmx40m"),
    REGEX("regex", RegexDemo.class, "regex_backtracking", "a pattern tries every way to split"),
    HUMONGOUS(
            "humongous",
            HumongousDemo.class,
            "humongous_allocation",
            "arrays larger than half a region",
            "-XX:+UseG1GC",
            "-Xmx256m"),
    MISCONFIGURED(
            "misconfigured",
            ServiceDemo.class,
            "misconfigured",
            "far more collector threads than processors",
            "-XX:+UseParallelGC",
            "-XX:ParallelGCThreads=64",
            "-Xmx256m"),
    EXCEPTION_STORM(
            "exception-storm",
            ExceptionStormDemo.class,
            "exception_storm",
            "two thousand exceptions each second"),
    STACK_OVERFLOW(
            "stack-overflow",
            StackOverflowDemo.class,
            "error_thrown",
            "a StackOverflowError again and again"),
    SAFEPOINT_STALL(
            "safepoint-stall",
            LongLoopsDemo.class,
            "safepoint_stall",
            "loops that let everybody wait",
            "-XX:-UseCountedLoopSafepoints"),
    CODE_CACHE(
            "code-cache",
            CodeCacheDemo.class,
            "code_cache_full",
            "no room for compiled code",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=4m",
            "-XX:-UseCodeCacheFlushing"),
    CODE_CACHE_ROOM(
            "code-cache-room",
            CodeCacheDemo.class,
            "healthy",
            "many compiled classes and room for them",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m"),
    HUNG(
            "hung",
            HungDemo.class,
            "safepoint_stall",
            "one endless loop lets the whole JVM wait",
            "-XX:-UseCountedLoopSafepoints",
            "-XX:-BackgroundCompilation",
            "-Xmx64m"),
    PINNING(
            "pinning",
            PinningDemo.class,
            "vthread_pinning",
            "virtual threads that keep their carriers while they wait"),
    VIRTUAL_STARVATION(
            "virtual-starvation",
            VirtualStarvationDemo.class,
            "vthread_starvation",
            "long computations on virtual threads",
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Djdk.virtualThreadScheduler.maxPoolSize=1"),
    LOG_STORM("log-storm", LogStormDemo.class, "log_storm", "every heartbeat is logged"),
    LOG_ERRORS("log-errors", LogErrorsDemo.class, "log_errors", "most payments fail"),
    QUEUE_BACKLOG(
            "queue-backlog",
            QueueBacklogDemo.class,
            "queue_backlog",
            "a queue that is emptied too slowly"),
    IDLE("idle", IdleDemo.class, "healthy", "nothing is wrong, nothing happens"),
    BUSY("busy", BusyDemo.class, "healthy", "nothing is wrong, much happens"),
    SAWTOOTH(
            "sawtooth",
            SawtoothCacheDemo.class,
            "healthy",
            "a cache that fills and is dropped",
            "-Xmx512m"),
    BACK_PRESSURE(
            "back-pressure", BackPressureDemo.class, "healthy", "a queue that is full and moves"),
    FILE_CHURN("file-churn", FileChurnDemo.class, "healthy", "many files opened and closed"),
    CONNECTION_POOL(
            "connection-pool", ConnectionPoolDemo.class, "healthy", "connections kept open"),
    QUICK_IO("quick-io", QuickIoDemo.class, "healthy", "a journal on a quick disk"),
    BUFFER_POOL("buffer-pool", BufferPoolDemo.class, "healthy", "direct buffers reused"),
    HEAP_TOUCH(
            "heap-touch",
            HeapTouchDemo.class,
            "healthy",
            "a heap touched for the first time",
            "-Xms512m",
            "-Xmx512m"),
    REDEPLOY(
            "redeploy",
            RedeployDemo.class,
            "healthy",
            "an application is loaded again and let go",
            "-XX:+UseSerialGC",
            "-Xmx40m"),
    LOG_PARSER("log-parser", LogParserDemo.class, "healthy", "much regex, each match short"),
    LARGE_ARRAYS(
            "large-arrays",
            LargeArraysDemo.class,
            "healthy",
            "large arrays in larger regions",
            "-XX:+UseG1GC",
            "-XX:G1HeapRegionSize=8m",
            "-Xmx512m"),
    TUNED(
            "tuned",
            ServiceDemo.class,
            "healthy",
            "options that fit",
            "-XX:+UseParallelGC",
            "-XX:ParallelGCThreads=2",
            "-Xms128m",
            "-Xmx256m"),
    CONTROL_FLOW(
            "control-flow",
            ControlFlowDemo.class,
            "healthy",
            "a few exceptions each second, as a way to decide"),
    OPTIONAL_LIBRARIES(
            "optional-libraries",
            OptionalLibrariesDemo.class,
            "healthy",
            "a few errors at start, each for a missing library"),
    LONG_LOOPS(
            "long-loops",
            LongLoopsDemo.class,
            "healthy",
            "long loops that stop when they are asked to",
            "-XX:+UseG1GC"),
    VIRTUAL_LOCKS(
            "virtual-locks",
            VirtualLocksDemo.class,
            "healthy",
            "virtual threads sleep with a lock"),
    VIRTUAL_BUSY(
            "virtual-busy",
            VirtualBusyDemo.class,
            "healthy",
            "a thousand virtual threads that take turns"),
    BUSY_LOG("busy-log", BusyLogDemo.class, "healthy", "a server that logs its requests"),
    WARNING_BURST(
            "warning-burst",
            WarningBurstDemo.class,
            "healthy",
            "bursts of warnings, an error now and then"),
    LATE_LEAK(
            "late-leak",
            LateLeakDemo.class,
            "heap_leak",
            "well for two minutes, then sessions are never removed; for the monitor",
            "-Xmx224m",
            "-Dhotlens.monitor.collection_interval_ms=1000",
            "-Dhotlens.monitor.learning_duration_ms=60000",
            "-Dhotlens.monitor.cooldown_duration_ms=120000");

    /// Demos of virtual threads: the release on which each is what it claims.
    private static final Map<String, Integer> SINCE =
            Map.of(
                    "pinning", 21,
                    "virtual-starvation", 24,
                    "virtual-locks", 24,
                    "virtual-busy", 21);

    private final String title;
    private final Class<?> main;
    private final String type;
    private final String meaning;
    private final String options;

    Demo(String title, Class<?> main, String type, String meaning, String... options) {
        this.title = title;
        this.main = main;
        this.type = type;
        this.meaning = meaning;
        this.options = String.join(" ", options);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Class<?> main() {
        return main;
    }

    @Override
    public String type() {
        return type;
    }

    /// The illness in a few words.
    public String meaning() {
        return meaning;
    }

    @Override
    public List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" "));
    }

    @Override
    public int since() {
        return SINCE.getOrDefault(title, Illness.super.since());
    }

    /// Whether the illness is there from the beginning.
    public boolean atOnce() {
        return this != LATE_LEAK;
    }

    public static Optional<Demo> named(String title) {
        return Arrays.stream(values()).filter(demo -> demo.title.equals(title)).findFirst();
    }

    /// All names, for messages.
    public static String titles() {
        return Arrays.stream(values()).map(Demo::title).collect(Collectors.joining(", "));
    }
}
