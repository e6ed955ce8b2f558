package io.hotlens.ui.support;

import io.hotlens.app.insight.Confidence;
import io.hotlens.app.insight.CorrelationType;
import io.hotlens.app.insight.Insight;
import io.hotlens.app.notification.Notification;
import io.hotlens.app.notification.NotificationId;
import io.hotlens.app.notification.Severity;
import io.hotlens.app.sandbox.LuaOutcome;
import io.hotlens.app.trace.InvestigationId;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.skill.Snapshot;
import io.hotlens.skills.target.JvmAddress;
import io.hotlens.skills.target.JvmProcess;
import io.hotlens.skills.target.TargetInfo;
import io.hotlens.ui.model.EventNames;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Findings of a service whose threads are deadlocked.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final InvestigationId RUN =
            new InvestigationId("0123456789abcdef0123456789abcdef");

    /// The ids of skills for names, and no notifications.
    public static final EventNames NAMES = new EventNames(SkillId::value, _ -> Optional.empty());

    private Samples() {}

    public static TargetInfo target() {
        return new TargetInfo(
                new JvmAddress.LocalProcess(4711),
                "checkout-service",
                OptionalLong.of(4711),
                "localhost",
                "shop",
                "OpenJDK 64-Bit Server VM",
                "Eclipse Adoptium",
                "25.0.3",
                25,
                NOON.minusSeconds(273_600),
                8,
                "Linux",
                true);
    }

    public static JvmProcess process(long pid, String name, String arguments) {
        return new JvmProcess(
                pid,
                "com.example." + name,
                name,
                arguments,
                "25.0.3",
                "shop",
                NOON.minusSeconds(pid),
                "",
                "",
                false);
    }

    public static Snapshot snapshot(String skill) {
        var readings = new LinkedHashMap<Metric, Reading>();
        readings.put(FakeSkill.metric(skill, "threads_total", Unit.COUNT), Reading.of(214));
        readings.put(FakeSkill.metric(skill, "deadlocked", Unit.COUNT), Reading.of(2));
        readings.put(
                FakeSkill.metric(skill, "virtual_threads", Unit.COUNT),
                Reading.unavailable("needs JDK 21 and a local target"));
        return new Snapshot("00000000000000aa", new SkillId(skill), NOON, readings);
    }

    /// Two threads wait for each other; critical.
    public static Notification deadlock() {
        return notification(
                1,
                "threads",
                "deadlock",
                Severity.CRITICAL,
                "2 threads wait for each other: 'order-writer' holds Account@1 and wants Account@2;"
                        + " 'stock-reader' holds Account@2 and wants Account@1");
    }

    /// The pool behind them is full; warning.
    public static Notification starvation() {
        return notification(
                2,
                "threads",
                "thread_pool_starvation",
                Severity.WARNING,
                "all 8 threads of 'orders' wait for a lock");
    }

    /// The heap fills with queued work; warning.
    public static Notification backlog() {
        return notification(
                3,
                "heap",
                "queue_backlog",
                Severity.WARNING,
                "12,480 tasks are queued and the queue grows by 41 a second");
    }

    private static Notification notification(
            int number, String skill, String type, Severity severity, String observation) {
        return new Notification(
                new NotificationId("%016x".formatted(number)),
                RUN,
                new SkillId(skill),
                type,
                "order-writer",
                severity,
                "214 threads, seen in 3 looks over 4 s",
                observation,
                Optional.of("the locks are taken in different order in different places"),
                List.of(snapshot(skill)),
                Data.fields()
                        .put("threads", List.of(Data.of("order-writer"), Data.of("stock-reader")))
                        .put("waiting_s", 41.5)
                        .build(),
                NOON.minusSeconds(60 - number));
    }

    /// The deadlock starves the pool, whose queue grows.
    public static Insight insight() {
        return new Insight(
                "00000000000000cc",
                RUN,
                new Insight.RootCause("deadlock", "order-writer, stock-reader"),
                Severity.CRITICAL,
                CorrelationType.CAUSAL,
                Confidence.HIGH,
                "the JVM itself reports the cycle and 2 skills agree",
                "Deadlock: 'order-writer' and 'stock-reader' wait for each other",
                true,
                "the locks are taken in different order in different places",
                List.of(deadlock().observation()),
                List.of(deadlock().id(), starvation().id(), backlog().id()),
                List.of(
                        link(deadlock(), starvation(), CorrelationType.CAUSAL),
                        link(starvation(), backlog(), CorrelationType.CAUSAL),
                        link(deadlock(), backlog(), CorrelationType.TEMPORAL)),
                "Take the locks in one order everywhere.",
                "return threads_deadlocks()",
                NOON);
    }

    /// A guess: two symptoms of something nobody saw.
    public static Insight guess() {
        return new Insight(
                "00000000000000cd",
                RUN,
                new Insight.RootCause("slow_remote", "payment"),
                Severity.WARNING,
                CorrelationType.SYMPTOMATIC,
                Confidence.LOW,
                "nobody saw the cause itself",
                "A remote service may be slow",
                false,
                "the payment service answers slowly",
                List.of(),
                List.of(starvation().id(), backlog().id()),
                List.of(link(starvation(), backlog(), CorrelationType.SYMPTOMATIC)),
                "Look at the latency of the payment service.",
                "",
                NOON);
    }

    private static Insight.Link link(Notification from, Notification to, CorrelationType type) {
        return new Insight.Link(from.id(), to.id(), type, "it holds the threads of the pool");
    }

    /// A script that returned a value.
    public static LuaOutcome returned(Data value, String... printed) {
        return new LuaOutcome.Value(
                value, List.of(printed), List.of(), OptionalLong.empty(), Duration.ofMillis(12));
    }
}
