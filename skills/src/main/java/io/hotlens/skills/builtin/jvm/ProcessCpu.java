package io.hotlens.skills.builtin.jvm;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.ProcessReader;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// CPU of the target from its CPU time, which `/proc` tells for nothing on the same host; the
/// bean's own `ProcessCpuLoad` reads control group files in the target at every call.
final class ProcessCpu {

    private static final Duration LEAST = Duration.ofMillis(900);

    private static final double NANOS_PER_MS = 1e6;

    private record Look(Instant at, double nanos) {}

    private final SkillContext context;
    private @Nullable Look before;
    private Reading last = Reading.unavailable("needs two looks");

    ProcessCpu(SkillContext context) {
        this.context = context;
    }

    /// Share of all processors between the last two looks, which are at least 0.9 s apart.
    synchronized Reading percent() {
        Instant now = context.clock().instant();
        Look then = before;
        if (then != null && now.isBefore(then.at().plus(LEAST))) {
            return last;
        }
        switch (cpuNanos()) {
            case Reading.Unavailable unavailable -> last = unavailable;
            case Reading.Known(double nanos) -> {
                if (then != null) {
                    double wall = Duration.between(then.at(), now).toNanos();
                    int processors = Math.max(1, context.connection().info().processors());
                    double share = (nanos - then.nanos()) / wall / processors * 100;
                    last = Reading.of(Math.clamp(share, 0, 100));
                }
                before = new Look(now, nanos);
            }
        }
        return last;
    }

    private Reading cpuNanos() {
        double known = context.connection().process().map(ProcessReader::cpuMs).orElse(-1.0);
        return known >= 0
                ? Reading.of(known * NANOS_PER_MS)
                : Beans.number(
                        context.connection().beans(), Beans.OPERATING_SYSTEM, "ProcessCpuTime");
    }
}
