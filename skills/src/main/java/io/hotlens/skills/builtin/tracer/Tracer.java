package io.hotlens.skills.builtin.tracer;

import io.hotlens.skills.data.Data;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.BadArguments;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Heard;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetEvent.Recorded;
import io.hotlens.skills.target.TargetException;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Runs traces in a target: one at a time, in a recording of its own that the target ends by
/// itself. Safe from any thread.
final class Tracer {

    private static final int REMEMBERED = 10;

    /// The target ends the recording a little after we should have.
    private static final Duration IN_TARGET = Trace.LONGEST.plusSeconds(5);

    private static final Duration CPU_WINDOW = Duration.ofSeconds(5);

    private final SkillContext context;
    private final RingBuffer<Trace> traces = new RingBuffer<>(REMEMBERED);
    private final Map<String, Subscription> running = new HashMap<>();

    Tracer(SkillContext context) {
        this.context = context;
    }

    /// Asks for a trace; its checks and its start happen in the background.
    ///
    /// @throws BadArguments when another one is under way
    synchronized Trace begin(TracedMethod method, boolean timing, int thresholdMs) {
        traces.newestFirst().stream()
                .filter(one -> !one.isOver())
                .findFirst()
                .ifPresent(
                        one -> {
                            throw new BadArguments(
                                    "trace %s of %s is not over; end it by tracer_stop(\"%s\")"
                                            .formatted(one.id(), one.method().filter(), one.id()));
                        });
        boolean can = context.connection().capabilities().has(Capability.METHOD_TRACE);
        Trace.Mode mode = !can ? Trace.Mode.SAMPLED : timing ? Trace.Mode.TIMING : Trace.Mode.TRACE;
        var trace =
                new Trace(
                        UUID.randomUUID().toString().substring(0, 8),
                        method,
                        mode,
                        context.clock().instant());
        traces.add(trace);
        running.put(trace.id(), samples(trace));
        background(() -> follow(trace, thresholdMs));
        return trace;
    }

    private static void background(Runnable work) {
        Thread.ofVirtual().name("hotlens-tracer").start(work);
    }

    private Subscription samples(Trace trace) {
        return context.connection()
                .events()
                .subscribe(
                        List.of(EventWish.of("jdk.ExecutionSample").every(20).withStack()),
                        event -> {
                            synchronized (this) {
                                trace.sample(event);
                            }
                        });
    }

    /// Looks each second until the trace is over, on a thread of its own.
    private void follow(Trace trace, int thresholdMs) {
        try {
            boolean begun = false;
            while (step(trace)) {
                if (!begun && isActive(trace)) {
                    begun = true;
                    startTracing(trace, thresholdMs);
                }
                Thread.sleep(Duration.ofSeconds(1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end(trace, "it was interrupted");
        }
    }

    private synchronized boolean step(Trace trace) {
        if (context.connection().state().isConnected()) {
            Instant heardUntil =
                    context.connection().events().heard().map(Heard::until).orElse(Instant.EPOCH);
            var load = new Trace.Load(recent("jvm.process_cpu_pct"), recent("jvm.system_cpu_pct"));
            trace.tick(context.clock().instant(), heardUntil, load);
        } else {
            trace.end("the connection was lost; the target ends it by itself");
        }
        return !trace.isOver();
    }

    private synchronized boolean isActive(Trace trace) {
        return trace.state() instanceof Trace.State.Active;
    }

    /// Over some seconds: one busy second, as when a method is compiled anew, proves no cost.
    private double recent(String metric) {
        double[] recent = context.history().series(metric, CPU_WINDOW).values();
        return Arrays.stream(recent).average().orElse(Double.NaN);
    }

    /// Sampled mode goes on with its samples; the others exchange them for a recording.
    private void startTracing(Trace trace, int thresholdMs) {
        if (trace.mode() == Trace.Mode.SAMPLED) {
            return;
        }
        try {
            Subscription recording =
                    context.connection()
                            .events()
                            .record(wishes(trace, thresholdMs), IN_TARGET, one -> hear(trace, one));
            exchange(trace, Optional.of(recording));
        } catch (TargetException e) {
            end(trace, "the target did not start it: " + e.getMessage());
        }
    }

    private static List<EventWish> wishes(Trace trace, int thresholdMs) {
        String filter = trace.method().filter();
        return trace.mode() == Trace.Mode.TIMING
                ? List.of(EventWish.of("jdk.MethodTiming").every(1_000).with("filter", filter))
                : List.of(
                        EventWish.of("jdk.MethodTrace")
                                .threshold(thresholdMs)
                                .withStack()
                                .with("filter", filter));
    }

    private synchronized void hear(Trace trace, Recorded event) {
        if (event.type().equals("jdk.MethodTrace")) {
            trace.call(event);
        } else if (event.type().equals("jdk.MethodTiming")) {
            trace.timing(
                    new Trace.Timing(
                            number(event, "invocations"),
                            number(event, "minimum"),
                            number(event, "average"),
                            number(event, "maximum")));
        }
    }

    private static double number(Recorded event, String field) {
        return event.fields().get(field) instanceof Data.Num(double value) ? value : Double.NaN;
    }

    /// Ends a trace in the target.
    void end(Trace trace, String why) {
        synchronized (this) {
            trace.end(why);
        }
        exchange(trace, Optional.empty());
    }

    /// Closes what listens for the trace, and puts something else in its place unless it is over.
    private void exchange(Trace trace, Optional<Subscription> next) {
        Optional<Subscription> old;
        synchronized (this) {
            old = Optional.ofNullable(running.remove(trace.id()));
            if (next.isPresent() && !trace.isOver()) {
                running.put(trace.id(), next.get());
                next = Optional.empty();
            }
        }
        old.ifPresent(Subscription::close);
        next.ifPresent(Subscription::close);
    }

    Optional<Trace> find(String id) {
        return traces.newestFirst().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Newest first.
    List<Trace> all() {
        return traces.newestFirst();
    }

    /// Forgets traces that are over.
    synchronized int clear() {
        List<Trace> kept = traces.oldestFirst().stream().filter(one -> !one.isOver()).toList();
        int forgotten = traces.size() - kept.size();
        traces.clear();
        kept.forEach(traces::add);
        return forgotten;
    }

    /// How many recordings of ours the target runs now, which is none when every trace is over.
    long inTarget() {
        return context.connection().events().recordings();
    }

    void close() {
        all().forEach(one -> end(one, "the connection was closed"));
    }
}
