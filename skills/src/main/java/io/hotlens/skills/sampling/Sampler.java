package io.hotlens.skills.sampling;

import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.target.Attention;
import io.hotlens.skills.target.Subscription;
import io.hotlens.skills.target.TargetException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Takes readings in the background, each task at its own period, on one virtual thread per target.
/// While nobody looks at the target, at its calmer pace. A task that fails leaves a gap and is
/// tried again at its next turn.
public final class Sampler implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Sampler.class.getName());
    private static final Duration TICK = Duration.ofMillis(250);

    /// Something done at a period.
    private static final class Task {
        final Duration period;
        final Runnable body;
        volatile Instant begun = Instant.EPOCH;

        Task(Duration period, Runnable body) {
            this.period = period;
            this.body = body;
        }
    }

    private final History history;
    private final InstantSource clock;
    private final Attention attention;
    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private final Thread thread;

    public Sampler(History history, InstantSource clock, Attention attention) {
        this.history = history;
        this.clock = clock;
        this.attention = attention;
        this.thread = Thread.ofVirtual().name("hotlens-sampler").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Records what `source` reads, each `period`, beginning at once.
    public Subscription sample(Duration period, Supplier<Map<Metric, Reading>> source) {
        return every(
                period,
                () -> {
                    Instant at = clock.instant();
                    source.get().forEach((metric, reading) -> history.record(metric, at, reading));
                });
    }

    /// Runs `body` each `period`, beginning at once.
    public Subscription every(Duration period, Runnable body) {
        var task = new Task(period, body);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    /// Runs every task whose turn it is; the thread does this each quarter of a second.
    public void tick() {
        for (Task task : tasks) {
            Instant now = clock.instant();
            if (!now.isBefore(task.begun.plus(attention.pace(task.period)))) {
                task.begun = now;
                runGuarded(task);
            }
        }
    }

    private static void runGuarded(Task task) {
        try {
            task.body.run();
        } catch (TargetException e) {
            LOG.log(Level.DEBUG, () -> "a sample was left out: " + e.getMessage());
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tickSafely();
                Thread.sleep(TICK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a background task of the sampler failed", e);
        }
    }

    /// Stops sampling; a task that is under way ends by its own deadline.
    @Override
    public void close() {
        tasks.clear();
        thread.interrupt();
    }
}
