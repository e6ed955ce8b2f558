package io.hotlens.skills.builtin.rules;

import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;
import io.hotlens.skills.target.TemporaryFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;

/// Takes the recorded events and lets the rules run over them, in a worker with limits of time and
/// size.
final class RulesReader implements Subscription {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64L << 20;
    private static final double MEGABYTE = 1 << 20;

    /// Cheap events that many rules need, beside what other skills record.
    private static final List<EventWish> WISHES =
            List.of(
                    EventWish.of("jdk.JVMInformation"),
                    EventWish.of("jdk.CPUInformation"),
                    EventWish.of("jdk.GCConfiguration"),
                    EventWish.of("jdk.GCHeapConfiguration"),
                    EventWish.of("jdk.GarbageCollection"),
                    EventWish.of("jdk.GCHeapSummary"),
                    EventWish.of("jdk.GCPhasePause"),
                    EventWish.of("jdk.SystemGC"),
                    EventWish.of("jdk.CPULoad").every(1_000),
                    EventWish.of("jdk.PhysicalMemory").every(10_000));

    private final SkillContext context;
    private final Subscription events;
    private final ReentrantLock running = new ReentrantLock();
    private volatile Optional<Run> newest = Optional.empty();

    /// One run of all rules.
    record Run(Instant at, Duration took, double recordedMb, List<RuleResult> results) {

        Run {
            results = List.copyOf(results);
        }

        List<RuleResult> triggered() {
            return results.stream().filter(one -> one.grade().triggered()).toList();
        }

        long evaluated() {
            return results.stream()
                    .filter(one -> one.grade() != RuleResult.Grade.NOT_APPLICABLE)
                    .count();
        }

        double worstScore() {
            return triggered().stream().mapToDouble(RuleResult::score).max().orElse(0);
        }
    }

    /// @throws TargetException.Unsupported when the target has no event stream
    RulesReader(SkillContext context) {
        this.context = context;
        context.connection().capabilities().require(Capability.EVENT_STREAM);
        this.events = context.connection().events().subscribe(WISHES, _ -> {});
    }

    /// A run not older than 20 s.
    ///
    /// @throws TargetException when there is no recording, or the rules take longer than 60 s
    Run run() {
        running.lock();
        try {
            Optional<Run> held = newest;
            Instant now = context.clock().instant();
            if (held.isPresent() && held.get().at().plus(FRESH).isAfter(now)) {
                return held.get();
            }
            Run fresh = evaluate();
            newest = Optional.of(fresh);
            return fresh;
        } finally {
            running.unlock();
        }
    }

    private Run evaluate() {
        try (TemporaryFolder folder = TemporaryFolder.create("hotlens-rules")) {
            return inWorker(folder.path().resolve("events.jfr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run inWorker(Path recording) throws IOException {
        Instant begin = context.clock().instant();
        context.connection().events().dump(recording);
        long bytes = Files.size(recording);
        if (bytes > MOST_BYTES) {
            throw new TargetException.Unsupported(
                    "the recording has %d MB, more than the rules are given."
                            .formatted(bytes >> 20));
        }
        var task = new FutureTask<>(() -> RuleEvaluation.of(recording));
        Thread worker = Thread.ofPlatform().name("hotlens-rules").daemon().start(task);
        try {
            List<RuleResult> results = task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            Instant end = context.clock().instant();
            return new Run(end, Duration.between(begin, end), bytes / MEGABYTE, results);
        } catch (TimeoutException e) {
            throw new TargetException.TimedOut("the rules took longer than 60 s.", e);
        } catch (ExecutionException e) {
            throw new TargetException.Unsupported("the recording could not be analysed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException.TimedOut("the analysis was cancelled.", e);
        } finally {
            worker.interrupt();
        }
    }

    Optional<Run> newest() {
        return newest;
    }

    /// A number of the newest run.
    Reading reading(ToDoubleFunction<Run> number) {
        return newest.map(run -> Reading.of(number.applyAsDouble(run)))
                .orElseGet(
                        () ->
                                Reading.unavailable(
                                        "the rules were not run yet; rules_run() does it"));
    }

    @Override
    public void close() {
        events.close();
    }
}
