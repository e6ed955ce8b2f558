package io.hotlens.skills.builtin.system;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.builtin.system.ControlGroup.Throttling;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.RingBuffer;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.target.ProcessReader;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The control group of a local target's process: its limits, and how often it was held back.
final class ContainerReader {

    private static final Path GROUPS = Path.of("/sys/fs/cgroup");
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final int KEPT = 60;

    private final SkillContext context;
    private final RingBuffer<Look> looks = new RingBuffer<>(KEPT);

    private record Look(Instant at, Throttling throttling) {}

    ContainerReader(SkillContext context) {
        this.context = context;
    }

    private Optional<ProcessReader> process() {
        return context.connection().process();
    }

    /// The group that the process is in; empty for a remote target and where there are none.
    Optional<ControlGroup> group() {
        return process()
                .flatMap(process -> process.text("cgroup"))
                .map(text -> new ControlGroup(GROUPS, text));
    }

    /// Share of the scheduling periods of the last half minute in which the group was held back.
    Reading throttledPct() {
        if (process().isEmpty()) {
            return Reading.unavailable("only on the same host: a remote JVM does not tell");
        }
        Optional<Throttling> now = group().flatMap(ControlGroup::throttling);
        if (now.isEmpty()) {
            return Reading.unavailable("the process has no CPU limit that this machine can see");
        }
        Instant at = context.clock().instant();
        List<Look> held = looks.oldestFirst();
        looks.add(new Look(at, now.get()));
        Optional<Look> first =
                held.stream().filter(one -> !one.at().isBefore(at.minus(WINDOW))).findFirst();
        if (first.isEmpty()) {
            return Reading.unavailable("two looks are needed, one is taken each 5 s");
        }
        double periods = now.get().periods() - first.get().throttling().periods();
        double throttled = now.get().throttled() - first.get().throttling().throttled();
        return Reading.of(
                periods <= 0 ? 0 : Beans.rounded(Math.clamp(100 * throttled / periods, 0, 100)));
    }

    OptionalDouble processors() {
        return group().map(ControlGroup::processors).orElse(OptionalDouble.empty());
    }

    OptionalDouble memoryLimitMb() {
        return group().map(ControlGroup::memoryLimitMb).orElse(OptionalDouble.empty());
    }

    OptionalDouble memoryUsedMb() {
        return group().map(ControlGroup::memoryUsedMb).orElse(OptionalDouble.empty());
    }

    /// The kernel's readiness to kill the process when memory runs out, 0 to 2000.
    Reading oomScore() {
        return process()
                .flatMap(process -> process.text("oom_score"))
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> Reading.of(Double.parseDouble(text)))
                .orElseGet(() -> Reading.unavailable("only of a process on the same Linux host"));
    }
}
