package io.hotlens.skills.builtin.threads;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.ThreadHistory;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;
import io.hotlens.skills.target.ThreadContainer;
import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads thread counters, dumps, deadlocks and waiting events.
final class ThreadsReader {

    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration LAST_SECONDS = Duration.ofSeconds(10);

    static final Metric STARTED =
            new Metric(
                    "threads",
                    "started_total",
                    Unit.COUNT,
                    MetricKind.COUNTER,
                    "Threads begun since the target started (performance counter, else Threading"
                            + " MXBean, each 5 s).");

    private final SkillContext context;
    private final Recent<List<Long>> deadlocked;

    ThreadsReader(SkillContext context) {
        this.context = context;
        this.deadlocked =
                new Recent<>(
                        Duration.ofSeconds(9),
                        context.clock(),
                        () -> context.connection().threads().deadlocked());
    }

    ThreadDump dump() {
        return context.threads().dump(FRESH);
    }

    /// The dumps of the last 40 s, a fresh one among them, with the counters read after each.
    Looks looks() {
        ThreadDump newest = dump();
        if (context.connection().capabilities().has(Capability.THREAD_SAMPLES)) {
            context.threads().sampleSince(newest.at());
        }
        return new Looks(
                context.threads().dumps().stream()
                        .filter(dump -> dump.at().isAfter(newest.at().minusSeconds(40)))
                        .toList(),
                samples());
    }

    Cost dumpCost() {
        return Cost.pausing(
                context.threads().predictedPause(), context.threads().threadCount() + " threads");
    }

    Cost containersCost() {
        return Cost.heavy(
                context.threads().predictedPause(),
                "writes a file with every thread on the target's disk");
    }

    List<Long> deadlocked() {
        return context.connection().threads().deadlocked();
    }

    Reading deadlockedCount() {
        return Reading.of(deadlocked.get().size());
    }

    Reading total() {
        return threadCounter("java.threads.live", "ThreadCount");
    }

    /// The performance counter where there is one, else the attribute of the Threading MXBean.
    private Reading threadCounter(String counter, String attribute) {
        return context.connection()
                .counters()
                .map(counters -> counters.number(counter))
                .filter(OptionalLong::isPresent)
                .map(value -> Reading.of(value.getAsLong()))
                .orElseGet(
                        () ->
                                Beans.number(
                                        context.connection().beans(), Beans.THREADING, attribute));
    }

    /// Threads begun each second, from the first call on; the counter is read at most once a
    /// second.
    Reading startedPerSecond() {
        Series counter = context.history().series(STARTED, Duration.ofMinutes(1));
        double rate = Rates.perSecond(counter);
        return Double.isNaN(rate)
                ? Reading.unavailable("threads were not counted twice yet")
                : Reading.of(Beans.rounded(rate));
    }

    /// Keeps the number of threads ever begun, each five seconds.
    Subscription countStarts() {
        return context.sampler()
                .sample(
                        Duration.ofSeconds(5),
                        () ->
                                Map.of(
                                        STARTED,
                                        threadCounter(
                                                "java.threads.started",
                                                "TotalStartedThreadCount")));
    }

    List<ThreadHistory.Samples> samples() {
        return context.threads().samples();
    }

    /// The newest look at the counters; empty before the first.
    List<ThreadSample> newest() {
        List<ThreadHistory.Samples> samples = samples();
        return samples.isEmpty() ? List.of() : samples.getLast().threads();
    }

    List<ThreadContainer> containers() {
        return context.connection().threads().containers();
    }

    List<TargetEvent.Recorded> parks() {
        return context.events().recorded("jdk.ThreadPark", LAST_SECONDS);
    }

    List<TargetEvent.Recorded> monitorWaits() {
        return context.events().recorded("jdk.JavaMonitorEnter", LAST_SECONDS);
    }

    boolean hasEvents() {
        return context.connection().capabilities().has(Capability.EVENT_STREAM);
    }

    SkillContext context() {
        return context;
    }
}
