package io.hotlens.skills.builtin.jvm;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Beans.MemoryUse;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.FieldsBuilder;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Slope;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.PerfCounters;
import io.hotlens.skills.target.TargetInfo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts the answers of the jvm skill together.
final class JvmAnswers {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern ENTRIES = Pattern.compile("Number of entries\\s*:\\s*(\\d+)");

    private final SkillContext context;
    private final JvmReader reader;
    private final TopThreads top;

    JvmAnswers(SkillContext context, JvmReader reader) {
        this.context = context;
        this.reader = reader;
        this.top = new TopThreads(context.threads());
    }

    Reading codeCachePct() {
        return reader.codeCache().stream().mapToDouble(pool -> pool.use().usedPct()).max().stream()
                .mapToObj(Reading::of)
                .findFirst()
                .orElseGet(() -> Reading.unavailable("this JVM has no code cache pool"));
    }

    Reading runQueue() {
        Reading queued = reader.virtualThreads().get("queued");
        if (queued instanceof Reading.Known) {
            return queued;
        }
        var rates = context.threads().rates(Duration.ofSeconds(15));
        if (rates.threads().isEmpty()) {
            return Reading.unavailable("threads were not looked at twice yet");
        }
        long running =
                rates.threads().stream()
                        .filter(rate -> rate.now().state().equals("RUNNABLE") && rate.cpuPct() > 5)
                        .count();
        int processors = context.connection().info().processors();
        return Reading.of(Math.max(0, running - processors));
    }

    Data memory() {
        var pools = new ArrayList<Data>();
        for (JvmReader.Pool pool : reader.pools()) {
            FieldsBuilder one = Data.fields().put("name", pool.name()).put("type", pool.type());
            put(one, pool.use());
            one.put(
                    "after_gc_mb",
                    pool.afterCollection().map(use -> rounded(use.usedMb())).orElse(Double.NaN));
            pools.add(one.build());
        }
        return Data.fields()
                .put("heap", put(Data.fields(), reader.heap()).build())
                .put("pools", pools)
                .build();
    }

    private static FieldsBuilder put(FieldsBuilder fields, MemoryUse use) {
        return fields.put("used_mb", rounded(use.usedMb()))
                .put("committed_mb", rounded(use.committedMb()))
                .put("max_mb", rounded(use.maxMb()))
                .put("used_pct", rounded(use.usedPct()));
    }

    Data threads() {
        Map<String, Data> counts = reader.threading();
        var states = new TreeMap<String, Integer>();
        var samples = context.threads().samples();
        if (!samples.isEmpty()) {
            samples.getLast()
                    .threads()
                    .forEach(
                            one ->
                                    states.merge(
                                            one.state().toLowerCase(java.util.Locale.ROOT),
                                            1,
                                            Integer::sum));
        }
        var byState = Data.fields();
        states.forEach((state, count) -> byState.put(state, (double) count));
        return Data.fields()
                .put("live", value(counts, "ThreadCount"))
                .put("daemon", value(counts, "DaemonThreadCount"))
                .put("peak", value(counts, "PeakThreadCount"))
                .put("started_total", value(counts, "TotalStartedThreadCount"))
                .put("states", byState.build())
                .build();
    }

    private static Data value(Map<String, Data> values, String name) {
        return values.getOrDefault(name, Data.NOTHING);
    }

    Data schedulers() {
        var virtual = Data.fields();
        new TreeMap<>(reader.virtualThreads())
                .forEach((name, reading) -> virtual.put(name, reading.toData()));
        return Data.fields()
                .put("processors", reader.processors().toData())
                .put("load_1m", reader.loadAverage().toData())
                .put("process_cpu_pct", reader.processCpuPct().toData())
                .put("system_cpu_pct", reader.systemCpuPct().toData())
                .put("virtual_threads", virtual.build())
                .build();
    }

    Data tables() {
        var tables = new ArrayList<Data>();
        for (JvmReader.Pool pool : reader.pools()) {
            if (pool.type().equals("NON_HEAP")) {
                tables.add(put(Data.fields().put("name", pool.name()), pool.use()).build());
            }
        }
        Slope metaspace = context.history().series(JvmMetrics.METASPACE, WINDOW).slope();
        Series loaded = context.history().series(JvmMetrics.LOADED_CLASSES, WINDOW);
        return Data.fields()
                .put("tables", tables)
                .put("strings", entries("VM.stringtable"))
                .put("symbols", entries("VM.symboltable"))
                .put("metaspace_growth_mb_per_min", rounded(metaspace.perMinute()))
                .put("loaded_classes", reader.loadedClasses().toData())
                .put("classes_per_min", rounded(loaded.slope().perMinute()))
                .build();
    }

    private Data entries(String command) {
        Optional<String> text = reader.command(command);
        if (text.isEmpty()) {
            return Reading.unavailable("needs the diagnostic command " + command).toData();
        }
        Matcher matcher = ENTRIES.matcher(text.get());
        return matcher.find()
                ? Data.fields().put("entries", Double.parseDouble(matcher.group(1))).build()
                : Reading.unavailable(command + " answered in a form we do not know").toData();
    }

    Data system() {
        TargetInfo info = context.connection().info();
        Duration uptime = Duration.between(info.startedAt(), context.clock().instant());
        return Data.fields()
                .put("name", info.jvmName())
                .put("version", info.version())
                .put("vendor", info.vendor())
                .put("feature", info.feature())
                .put("uptime_s", (double) uptime.toSeconds())
                .put("arguments", reader.runtime().getOrDefault("InputArguments", Data.NOTHING))
                .build();
    }

    Data compiler() {
        Map<String, Data> bean = reader.compilation();
        Optional<PerfCounters> counters = context.connection().counters();
        FieldsBuilder fields =
                Data.fields()
                        .put("name", value(bean, "Name"))
                        .put("total_ms", value(bean, "TotalCompilationTime"))
                        .put("compiles", counter(counters, "sun.ci.totalCompiles"))
                        .put("bailouts", counter(counters, "sun.ci.totalBailouts"))
                        .put("invalidations", counter(counters, "sun.ci.totalInvalidates"));
        reader.command("Compiler.codecache")
                .flatMap(CodeCacheState::of)
                .ifPresent(
                        state ->
                                fields.put("enabled", state.compiling())
                                        .put("stopped_total", (double) state.stopped())
                                        .put("cache_full_total", (double) state.full()));
        return fields.build();
    }

    private static Data counter(Optional<PerfCounters> counters, String name) {
        return counters.map(all -> all.number(name))
                .filter(java.util.OptionalLong::isPresent)
                .map(number -> Data.of((double) number.getAsLong()))
                .orElseGet(
                        () ->
                                Reading.unavailable(
                                                "performance counters are read on the same host"
                                                        + " only")
                                        .toData());
    }

    Data topThreads(int limit, String by) {
        return top.answer(limit, by);
    }

    Data growth(String name, double minutes) {
        Metric metric =
                JvmMetrics.ALL.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadArguments(
                                                "jvm has no metric '%s'; it has %s"
                                                        .formatted(
                                                                name,
                                                                JvmMetrics.ALL.stream()
                                                                        .map(Metric::name)
                                                                        .toList())));
        Duration window = Duration.ofMillis((long) (Math.max(minutes, 0.1) * 60_000));
        Series series = context.history().series(metric, window);
        Slope slope = series.slope();
        double limit = limit(metric);
        double minutesLeft = slope.minutesTo(limit);
        return Data.fields()
                .put("metric", name)
                .put("slope_per_min", rounded(slope.perMinute()))
                .put("r2", rounded(slope.r2()))
                .put("last", rounded(slope.last()))
                .put("rise", rounded(Rates.rise(series)))
                .put("limit", limit)
                .put("minutes_to_limit", rounded(minutesLeft))
                .put("urgency", urgency(slope, minutesLeft))
                .put("window_s", (double) slope.span().toSeconds())
                .put("count", slope.points())
                .build();
    }

    private double limit(Metric metric) {
        return switch (metric.name()) {
            case "metaspace_used_mb" ->
                    reader.pool("Metaspace").map(pool -> pool.use().maxMb()).orElse(Double.NaN);
            case "heap_used_pct", "code_cache_used_pct", "process_cpu_pct", "system_cpu_pct" -> 100;
            default -> Double.NaN;
        };
    }

    private static String urgency(Slope slope, double minutesLeft) {
        if (slope.points() < 5) {
            return "insufficient_history";
        }
        if (slope.perMinute() <= 0 || slope.r2() < 0.5) {
            return "healthy";
        }
        return minutesLeft < 30 ? "critical" : minutesLeft < 24 * 60 ? "warning" : "monitoring";
    }
}
