package io.hotlens.skills.builtin.system;

import io.hotlens.skills.builtin.SkillText;
import io.hotlens.skills.metric.Metric;
import io.hotlens.skills.metric.MetricKind;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.metric.Unit;
import io.hotlens.skills.skill.BoundSkill;
import io.hotlens.skills.skill.Callback;
import io.hotlens.skills.skill.Impact;
import io.hotlens.skills.skill.LiveSkill;
import io.hotlens.skills.skill.Skill;
import io.hotlens.skills.skill.SkillContext;
import io.hotlens.skills.skill.SkillId;

import java.util.List;
import java.util.Optional;

/// The machine and the container below the target.
public final class SystemSkill implements Skill {

    private static final Metric LOAD_1 = load("cpu_load_1m", "one minute");
    private static final Metric LOAD_5 = load("cpu_load_5m", "five minutes");
    private static final Metric LOAD_15 = load("cpu_load_15m", "fifteen minutes");
    private static final Metric MEMORY =
            percent(
                    "memory_used_pct",
                    "Memory of the host that cannot be had, page cache not counted (OSHI).");
    private static final Metric SWAP =
            percent("swap_used_pct", "Swap space of the host in use (OSHI).");
    private static final Metric DISK =
            percent(
                    "disk_max_used_pct",
                    "The fullest local file system of the host, each 30 s (OSHI).");
    private static final Metric THROTTLED =
            percent(
                    "cpu_throttled_pct",
                    "Scheduling periods in which the process's container was held back"
                            + " (cpu.stat).");

    private static final Callback CPU =
            Callback.of(
                            "system_get_cpu",
                            "Processors and load. Each value says whether it is of the host, the"
                                    + " container or the process.",
                            "{processors, host_load_1m, host_load_5m, host_load_15m, host_cpu_pct,"
                                    + " process_cpu_pct, container_processors,"
                                    + " container_throttled_pct}",
                            "OSHI, OperatingSystem MXBean, cgroup")
                    .costing(Impact.LOW);
    private static final Callback MEMORY_INFO =
            Callback.of(
                            "system_get_memory",
                            "Memory and swap of the host, the container's limit and its use without"
                                    + " page cache, and what the JVM itself takes for the machine's"
                                    + " memory; the last works for remote targets too.",
                            "{host_total_mb, host_available_mb, host_used_pct, swap_total_mb,"
                                    + " swap_used_mb, container_limit_mb, container_used_mb,"
                                    + " jvm_sees_total_mb, jvm_sees_free_mb}",
                            "OSHI, OperatingSystem MXBean, cgroup")
                    .costing(Impact.LOW);
    private static final Callback DISKS =
            Callback.of(
                    "system_get_disks",
                    "Local file systems of the host.",
                    "{total, showing, items = [{mount, type, total_mb, usable_mb, used_pct}]}",
                    "OSHI, on the same host only");
    private static final Callback CONTAINER =
            Callback.of(
                    "system_get_container",
                    "The container's limits, how often its CPU was held back, and the kernel's"
                            + " out-of-memory score.",
                    "{limited, group, processors, memory_limit_mb, memory_used_mb, throttled_pct,"
                            + " oom_score}",
                    "cgroup version 1 or 2, /proc, on the same host only");

    private static Metric load(String name, String window) {
        return new Metric(
                "system",
                name,
                Unit.LOAD,
                MetricKind.GAUGE,
                "Runnable tasks of the host, averaged over " + window + ".");
    }

    private static Metric percent(String name, String meaning) {
        return new Metric("system", name, Unit.PERCENT, MetricKind.RATIO, meaning);
    }

    @Override
    public SkillId id() {
        return new SkillId("system");
    }

    @Override
    public String title() {
        return "System";
    }

    @Override
    public String description() {
        return "The host and container: load, memory, swap, disks, CPU limits and throttling.";
    }

    @Override
    public String prompt() {
        return SkillText.prompt("system");
    }

    @Override
    public List<Metric> metrics() {
        return List.of(LOAD_1, LOAD_5, LOAD_15, MEMORY, SWAP, DISK, THROTTLED);
    }

    @Override
    public List<Callback> callbacks() {
        return List.of(CPU, MEMORY_INFO, DISKS, CONTAINER);
    }

    @Override
    public Optional<String> playbook() {
        return SkillText.playbook("system");
    }

    @Override
    public LiveSkill open(SkillContext context) {
        var answers = new SystemAnswers(context);
        return BoundSkill.of(this, context)
                .metric(LOAD_1, answers::load1)
                .metric(LOAD_5, () -> answers.host().load(1))
                .metric(LOAD_15, () -> answers.host().load(2))
                .metric(MEMORY, () -> answers.memory(HostReader.Memory::usedPct))
                .metric(SWAP, () -> answers.memory(HostReader.Memory::swapUsedPct))
                .metric(DISK, answers::fullestDisk)
                .metric(THROTTLED, answers::throttled)
                .bind(CPU, _ -> answers.cpu())
                .bind(MEMORY_INFO, _ -> answers.memoryInfo())
                .bind(DISKS, _ -> answers.disks())
                .bind(CONTAINER, _ -> answers.containerInfo())
                .build();
    }

    static Reading remoteOnly() {
        return Reading.unavailable("only on the same host: a remote JVM does not tell");
    }
}
