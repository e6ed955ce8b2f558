package io.hotlens.skills.sampling;

import io.hotlens.skills.target.ThreadDump;
import io.hotlens.skills.target.ThreadSample;

import java.time.Instant;
import java.util.List;

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

    public void add(Samples taken) {
        samples.add(taken);
    }

    public void add(ThreadDump dump) {
        dumps.add(dump);
    }

    /// Oldest first.
    public List<Samples> samples() {
        return samples.oldestFirst();
    }

    /// Oldest first.
    public List<ThreadDump> dumps() {
        return dumps.oldestFirst();
    }
}
