package io.hotlens.skills.sampling;

import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadReader;
import io.hotlens.skills.target.ThreadSample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The last minutes of per-thread counters, and the last thread dumps; several skills look at both.
public final class ThreadHistory {

    /// The counters of all threads at one moment.
    public record Samples(Instant at, List<ThreadSample> threads) {
        public Samples {
            threads = List.copyOf(threads);
        }
    }

    private static final int SAMPLES = 60;
    private static final int DUMPS = 12;

    private final RingBuffer<Samples> samples = new RingBuffer<>(SAMPLES);
    private final RingBuffer<ThreadDump> dumps = new RingBuffer<>(DUMPS);
    private final ReentrantLock looking = new ReentrantLock();
    private final ThreadReader reader;
    private final InstantSource clock;

    public ThreadHistory(ThreadReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /// Reads every thread's counters; the sampler does this each five seconds.
    public void sample() {
        samples.add(new Samples(clock.instant(), reader.samples()));
    }

    /// Reads every thread's counters unless that was done at or after `moment`.
    ///
    /// @throws io.hotlens.skills.target.TargetException when they cannot be had
    public void sampleSince(Instant moment) {
        List<Samples> held = samples.newestFirst();
        if (held.isEmpty() || held.getFirst().at().isBefore(moment)) {
            sample();
        }
    }

    /// A dump not older than `age`: the newest one held, or a new one, which stops the target for
    /// about 20 us a thread.
    ///
    /// @throws io.hotlens.skills.target.TargetException when a new one is needed and cannot be had
    public ThreadDump dump(Duration age) {
        looking.lock();
        try {
            List<ThreadDump> held = dumps.newestFirst();
            if (!held.isEmpty() && !held.getFirst().at().isBefore(clock.instant().minus(age))) {
                return held.getFirst();
            }
            ThreadDump taken = reader.dump();
            dumps.add(taken);
            return taken;
        } finally {
            looking.unlock();
        }
    }

    /// Oldest first.
    public List<Samples> samples() {
        return samples.oldestFirst();
    }

    /// Oldest first.
    public List<ThreadDump> dumps() {
        return dumps.oldestFirst();
    }

    /// What each thread did over the last `window`, or as much of it as is held.
    public ThreadRates rates(Duration window) {
        return ThreadRates.over(samples(), window);
    }

    /// How many threads the newest look saw; 0 before the first.
    public int threadCount() {
        List<Samples> looks = samples.newestFirst();
        return looks.isEmpty() ? 0 : looks.getFirst().threads().size();
    }

    /// How long a dump would stop the target: 20 us a thread.
    public Duration predictedPause() {
        return Duration.ofNanos(threadCount() * 20_000L);
    }
}
