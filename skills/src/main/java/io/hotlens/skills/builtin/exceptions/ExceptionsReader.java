package io.hotlens.skills.builtin.exceptions;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Rates;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Series;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.Cost;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads how many throwables are created, and those that are seen one by one.
final class ExceptionsReader implements Subscription {

    static final Duration LAST_FIVE_MINUTES = Duration.ofMinutes(5);
    static final Duration LAST_MINUTE = Duration.ofMinutes(1);
    static final Duration LAST_SECONDS = Duration.ofSeconds(10);

    private static final String STATISTICS = "jdk.ExceptionStatistics";
    private static final Duration VM_LOG = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int POINTS = 400;

    private final SkillContext context;
    private final ThrownLog log;
    private final ExceptionWatch watch;
    private final RingBuffer<Series.Point> created = new RingBuffer<>(POINTS);
    private final Map<String, String> threadNames = new ConcurrentHashMap<>();
    private final Recent<Map<String, Long>> vmCounts;
    private final Recent<Boolean> vmLog;
    private final List<Subscription> background = new ArrayList<>();
    private double lastVmError;

    ExceptionsReader(SkillContext context) {
        this.context = context;
        this.log = new ThrownLog(context.clock());
        this.watch = new ExceptionWatch(context, log);
        this.vmCounts = new Recent<>(VM_LOG, context.clock(), this::readVmCounts);
        this.vmLog = new Recent<>(TICK, context.clock(), this::readVmLog);
        if (context.connection().capabilities().has(Capability.EVENT_STREAM)) {
            background.add(
                    context.connection()
                            .events()
                            .subscribe(
                                    List.of(EventWish.of(STATISTICS).every(1_000)), this::count));
            background.add(
                    context.connection()
                            .events()
                            .subscribe(
                                    List.of(EventWish.of("jdk.JavaErrorThrow").withStack()),
                                    log::add));
            background.add(
                    context.sampler().every(TICK, () -> watch.tick(perSecondOrNaN(LAST_SECONDS))));
        }
        if (knowsVmErrors()) {
            background.add(context.sampler().every(VM_LOG, vmLog::get));
        }
    }

    private void count(TargetEvent.Recorded event) {
        if (event.fields().get("throwables") instanceof Data.Num(double total)) {
            created.add(new Series.Point(event.at(), total));
        }
    }

    private boolean knowsVmErrors() {
        return context.connection().capabilities().has(Capability.DIAGNOSTIC_COMMANDS)
                && context.connection().commands().names().contains("VM.events");
    }

    private boolean readVmLog() {
        String text = context.connection().commands().run("VM.events", "log=exc");
        Instant start = context.connection().info().startedAt();
        double last = lastVmError;
        for (VmErrors.Entry one : VmErrors.entries(text)) {
            if (one.uptimeS() > lastVmError) {
                Instant at = start.plusMillis(Math.round(one.uptimeS() * 1_000));
                log.add(
                        new Thrown(
                                log.nextId(),
                                at,
                                Thrown.Kind.ERROR,
                                one.type(),
                                "",
                                one.thread(),
                                List.of()));
                last = Math.max(last, one.uptimeS());
            }
        }
        lastVmError = last;
        return true;
    }

    private Map<String, Long> readVmCounts() {
        return VmErrors.counts(context.connection().commands().run("VM.info"));
    }

    /// How often the JVM itself threw an error since the start; empty when it never did or cannot
    /// tell.
    Map<String, Long> vmCounts() {
        return knowsVmErrors() ? vmCounts.get() : Map.of();
    }

    /// What was seen in the last `window`, newest first.
    List<Thrown> seen(Duration window) {
        return log.within(window);
    }

    Optional<Thrown> find(String id) {
        return log.find(id);
    }

    /// Somebody looks: takes in the JVM's own errors up to now, and sees to it that exceptions are
    /// seen one by one where that is bearable.
    ExceptionWatch.Mode look() {
        if (knowsVmErrors()) {
            vmLog.get();
        }
        return watch.look(perSecondOrNaN(LAST_SECONDS));
    }

    /// The counter of throwables over the last `window`.
    Series created(Duration window) {
        return new Series(created.oldestFirst()).since(context.clock().instant().minus(window));
    }

    Reading perSecond(Duration window) {
        double rate = perSecondOrNaN(window);
        return Double.isNaN(rate) ? unknown() : Reading.of(rate);
    }

    private double perSecondOrNaN(Duration window) {
        return Rates.perSecond(created(window));
    }

    Reading unknown() {
        return context.connection()
                .capabilities()
                .whyMissing(Capability.EVENT_STREAM)
                .map(Reading::unavailable)
                .orElseGet(() -> Reading.unavailable("needs two events, which come each second"));
    }

    /// The thread's name; one that the JVM told by its address is looked up in a thread dump.
    String thread(Thrown thrown) {
        if (!isAddress(thrown)) {
            return thrown.thread();
        }
        if (!threadNames.containsKey(thrown.thread())
                && context.connection().capabilities().has(Capability.THREAD_DUMP)) {
            threadNames.putAll(
                    VmErrors.threads(context.connection().commands().run("Thread.print")));
            threadNames.putIfAbsent(thrown.thread(), "");
        }
        return threadNames.getOrDefault(thrown.thread(), "");
    }

    private static boolean isAddress(Thrown thrown) {
        return thrown.stack().isEmpty() && thrown.thread().startsWith("0x");
    }

    /// What [#thread] of the newest errors will cost.
    Cost namesCost() {
        boolean known =
                log.within(LAST_FIVE_MINUTES).stream()
                        .filter(ExceptionsReader::isAddress)
                        .allMatch(one -> threadNames.containsKey(one.thread()));
        return known
                ? Cost.LOW
                : Cost.pausing(
                        context.threads().predictedPause(),
                        context.threads().threadCount() + " threads");
    }

    @Override
    public void close() {
        background.forEach(Subscription::close);
        watch.close();
    }
}
