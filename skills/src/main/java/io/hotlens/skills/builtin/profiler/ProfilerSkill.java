package io.hotlens.skills.builtin.profiler;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Parameter;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;
import io.hotlens.skills.target.Capability;
import io.hotlens.skills.target.EventFeed.EventWish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where CPU time and allocation go.
public final class ProfilerSkill implements Skill {

    private static final int PERIOD_MS = 20;

    private static final Metric RATE =
            new Metric(
                    "profiler",
                    "samples_per_s",
                    Unit.PER_SECOND,
                    MetricKind.GAUGE,
                    "CPU samples that the newest window took (jdk.ExecutionSample,"
                            + " jdk.CPUTimeSample).");
    private static final Metric HOTTEST =
            new Metric(
                    "profiler",
                    "hottest_method_pct",
                    Unit.PERCENT,
                    MetricKind.RATIO,
                    "Share of the newest window's CPU samples that found one method innermost, the"
                            + " highest.");

    private static final String WINDOW =
            " The first call begins to sample for the wanted seconds, 60 at most, and answers what"
                    + " is held; ask again later. Sampling ends by itself; it cost a busy target"
                    + " about 8 ms of CPU each second.";
    private static final String STATE = "{total, showing, sampling, seconds_so_far, samples, ";
    private static final String CPU_SOURCE =
            "jdk.CPUTimeSample each 20 ms of CPU time (JDK 25 on Linux), else jdk.ExecutionSample"
                    + " each 20 ms";
    private static final String ALLOCATION_SOURCE = "jdk.ObjectAllocationSample, 100/s at most";

    private static final Callback METHODS =
            sampled(
                    "profiler_hot_methods",
                    "Methods by the CPU samples that found them innermost (self) or anywhere on the"
                            + " stack (total)."
                            + WINDOW,
                    STATE + "items = [{method, samples, self_pct, total_pct}]}",
                    CPU_SOURCE);
    private static final Callback THREADS =
            sampled(
                    "profiler_hot_threads",
                    "Threads by their CPU samples, with the application method found most, the"
                            + " share of samples inside regular expressions, and CPU and allocation"
                            + " over the last 30 s."
                            + WINDOW,
                    STATE
                            + "items = [{thread, samples, pct, site, regex_pct, cpu_pct,"
                            + " allocated_mb_per_s}]}",
                    CPU_SOURCE + "; Threading MXBean each 5 s");
    private static final Callback ALLOCATIONS =
            sampled(
                    "profiler_allocation_sites",
                    "Application methods by what they allocate, each with the class it allocates"
                            + " most of."
                            + WINDOW,
                    STATE + "items = [{site, samples, pct, class_name}]}",
                    ALLOCATION_SOURCE);
    private static final Callback FLAME =
            Callback.of(
                            "profiler_flame",
                            "Equal stacks with their weight, as flame graphs take them: outermost"
                                    + " frame first, 200 stacks at most. Ten seconds are sampled"
                                    + " when nothing is held.",
                            STATE + "items = [\"outer;inner 12\"], kind}",
                            CPU_SOURCE + "; " + ALLOCATION_SOURCE)
                    .with(
                            Parameter.choice(
                                    "kind", List.of("cpu", "allocation"), "what to weigh by"))
                    .needing(Capability.EVENT_STREAM)
                    .costing(Impact.LOW);

    private static Callback sampled(String name, String meaning, String returns, String source) {
        return Callback.of(name, meaning, returns, source)
                .with(
                        Parameter.limit(),
                        Parameter.number("seconds", 10, "how long to sample, 60 at most"))
                .needing(Capability.EVENT_STREAM)
                .costing(Impact.LOW);
    }

    @Override
    public SkillId id() {
        return new SkillId("profiler");
    }

    @Override
    public String title() {
        return "Profiler";
    }

    @Override
    public String description() {
        return "Which methods, threads and allocation sites use CPU and memory, by samples taken on"
                + " demand.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("profiler");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(RATE, HOTTEST);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(METHODS, THREADS, ALLOCATIONS, FLAME);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("profiler");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var cpu =
                new SamplingWindow(
                        context,
                        Sample.Kind.CPU,
                        List.of(
                                EventWish.of("jdk.ExecutionSample").every(PERIOD_MS).withStack(),
                                EventWish.of(Sample.CPU_TIME).withStack()));
        var allocation =
                new SamplingWindow(
                        context,
                        Sample.Kind.ALLOCATION,
                        List.of(EventWish.of("jdk.ObjectAllocationSample").withStack()));
        var answers = new ProfilerAnswers(context, cpu, allocation);
        return BoundSkill.of(this, context)
                .metric(RATE, answers::samplesPerSecond)
                .metric(HOTTEST, answers::hottestMethodPct)
                .bind(METHODS, a -> answers.hotMethods(a.count("limit"), a.number("seconds")))
                .bind(THREADS, a -> answers.hotThreads(a.count("limit"), a.number("seconds")))
                .bind(
                        ALLOCATIONS,
                        a -> answers.allocationSites(a.count("limit"), a.number("seconds")))
                .bind(FLAME, a -> answers.flame(a.text("kind")))
                .owning(context.sampler().every(Duration.ofSeconds(1), cpu::closeWhenOver))
                .owning(context.sampler().every(Duration.ofSeconds(1), allocation::closeWhenOver))
                .owning(cpu::close)
                .owning(allocation::close)
                .build();
    }
}
