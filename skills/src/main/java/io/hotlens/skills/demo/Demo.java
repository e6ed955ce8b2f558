package io.hotlens.skills.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The demo JVMs, with the options they need and the anomaly type that is right for each.
public enum Demo implements Illness {
    DEADLOCK("deadlock", DeadlockDemo.class, "deadlock", "two threads wait for each other's lock"),
    LOCK_UPGRADE(
            "lock-upgrade",
            LockUpgradeDemo.class,
            "stuck_threads",
            "a hang the JVM does not report"),
    POOL_STARVATION(
            "pool-starvation",
            PoolStarvationDemo.class,
            "thread_pool_starvation",
            "workers wait for tasks in their own queue"),
    LIVELOCK(
            "livelock",
            LivelockDemo.class,
            "livelock",
            "two threads keep retrying against each other"),
    CONTENTION(
            "contention",
            ContentionDemo.class,
            "lock_contention",
            "eight threads share one slow lock"),
    CPU_LOOP("cpu-loop", CpuLoopDemo.class, "cpu_hot_loop", "one thread never leaves its loop"),
    HEAP_LEAK(
            "heap-leak", HeapLeakDemo.class, "heap_leak", "sessions are never removed", "-Xmx768m"),
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
            "back-pressure", BackPressureDemo.class, "healthy", "a queue that is full and moves");

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

    public static Optional<Demo> named(String title) {
        return Arrays.stream(values()).filter(demo -> demo.title.equals(title)).findFirst();
    }

    /// All names, for messages.
    public static String titles() {
        return Arrays.stream(values()).map(Demo::title).collect(Collectors.joining(", "));
    }
}
