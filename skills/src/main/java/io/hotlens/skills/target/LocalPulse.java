package io.hotlens.skills.target;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.OptionalLong;

/// Looks at a process of this host from outside: is it there, the same, running, and does its clock
/// counter move; then asks its JMX end. Used by the heartbeat's thread only.
final class LocalPulse {

    private static final String CLOCK = "sun.os.hrt.ticks";
    private static final long STANDSTILL_NANOS = 2_000_000_000L;

    private final long pid;
    private final ProcessFiles files;
    private final long startTicks;
    private final Optional<PerfDataFile> counters;
    private final @Nullable JmxPulse jmx;
    private long lastClock;
    private long lastUsed = -1;
    private long usedAt = System.nanoTime();
    private long movedAt = System.nanoTime();

    LocalPulse(long pid, Optional<PerfDataFile> counters, @Nullable JmxPulse jmx) {
        this.pid = pid;
        this.files = new ProcessFiles(pid);
        this.startTicks = files.startTicks();
        this.counters = counters;
        this.jmx = jmx;
    }

    Beat beat() throws InterruptedException {
        if (ProcessFiles.supported()) {
            if (files.startTicks() != startTicks) {
                return new Beat.Over(
                        files.exists()
                                ? "process " + pid + " was replaced by another"
                                : "process " + pid + " ended");
            }
            char state = files.state();
            if (state == 'Z' || state == 'X') {
                return new Beat.Over("process " + pid + " ended");
            }
            if (state == 'T' || state == 't') {
                return new Beat.Silent(
                        "the process is stopped; `kill -CONT " + pid + "` lets it go on");
            }
        } else if (ProcessHandle.of(pid).isEmpty()) {
            return new Beat.Over("process " + pid + " ended");
        }
        if (standsStill()) {
            return new Beat.Silent("the process does not run: its clock has stood still for 2 s");
        }
        return jmx == null ? new Beat.Alive() : ask(jmx);
    }

    /// A JVM that neither answers nor uses its processor is frozen; one that only does not answer
    /// may be in a long pause.
    private Beat ask(JmxPulse pulse) throws InterruptedException {
        Beat beat = pulse.beat();
        long used = files.cpuTicks();
        long now = System.nanoTime();
        if (used != lastUsed || !(beat instanceof Beat.Undecided)) {
            lastUsed = used;
            usedAt = now;
        }
        return pulse.waiting() > STANDSTILL_NANOS && now - usedAt > STANDSTILL_NANOS
                ? new Beat.Silent("the process does not run: it used no processor for 2 s")
                : beat;
    }

    private boolean standsStill() {
        OptionalLong clock =
                counters.map(known -> known.number(CLOCK)).orElse(OptionalLong.empty());
        long now = System.nanoTime();
        if (clock.isEmpty() || clock.getAsLong() != lastClock) {
            lastClock = clock.orElse(0);
            movedAt = now;
        }
        return now - movedAt > STANDSTILL_NANOS;
    }
}
