package io.hotlens.skills.catalog;

import io.hotlens.skills.target.ProcessReader;
import io.hotlens.skills.target.TargetConnection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Looks at the threads' counters at each turn, but only at every third while the target rests: it
/// used less than a twentieth of a processor since the last turn and has as many threads. Whether
/// it rests is seen from outside; a target that cannot be seen so is looked at each time.
final class RestingSampler {

    private static final double RESTING_SHARE = 0.05;
    private static final Duration LONGEST = Duration.ofSeconds(14);

    private final DoubleSupplier cpuMs;
    private final LongSupplier liveThreads;
    private final Runnable look;
    private final InstantSource clock;
    private Instant lookedAt = Instant.EPOCH;
    private Turn last = new Turn(Instant.EPOCH, -1, -1);

    /// What one turn saw; negative when it cannot be seen.
    private record Turn(Instant at, double cpuMs, long threads) {

        boolean restedUntil(Turn next) {
            double elapsedMs = Math.max(1.0, (double) Duration.between(at, next.at).toMillis());
            return cpuMs >= 0
                    && next.cpuMs >= 0
                    && threads >= 0
                    && threads == next.threads
                    && (next.cpuMs - cpuMs) / elapsedMs < RESTING_SHARE;
        }
    }

    /// @param cpuMs CPU time used by the process; negative when unknown
    /// @param liveThreads threads alive; negative when unknown
    /// @param look reads the counters of all threads
    RestingSampler(
            DoubleSupplier cpuMs, LongSupplier liveThreads, Runnable look, InstantSource clock) {
        this.cpuMs = cpuMs;
        this.liveThreads = liveThreads;
        this.look = look;
        this.clock = clock;
    }

    static RestingSampler of(TargetConnection connection, Runnable look, InstantSource clock) {
        return new RestingSampler(
                () -> connection.process().map(ProcessReader::cpuMs).orElse(-1.0),
                () ->
                        connection
                                .counters()
                                .map(counters -> counters.number("java.threads.live"))
                                .orElse(OptionalLong.empty())
                                .orElse(-1),
                look,
                clock);
    }

    /// One turn; called by the sampler's thread only.
    void turn() {
        Turn now = new Turn(clock.instant(), cpuMs.getAsDouble(), liveThreads.getAsLong());
        boolean rested = last.restedUntil(now);
        last = now;
        if (!rested || Duration.between(lookedAt, now.at()).compareTo(LONGEST) >= 0) {
            lookedAt = now.at();
            look.run();
        }
    }
}
