package io.hotlens.skills.builtin.system;

import static io.hotlens.skills.builtin.Beans.rounded;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.data.Data;
import io.hotlens.skills.data.Page;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.skill.SkillContext;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Puts the answers of the system skill together; each value says whose it is.
final class SystemAnswers {

    private final SkillContext context;
    private final HostReader host;
    private final ContainerReader container;
    private final Recent<Reading> throttled;

    SystemAnswers(SkillContext context) {
        this.context = context;
        this.host = new HostReader(context);
        this.container = new ContainerReader(context);
        this.throttled =
                new Recent<>(Duration.ofSeconds(5), context.clock(), container::throttledPct);
    }

    HostReader host() {
        return host;
    }

    Reading load1() {
        return context.connection().info().sameHost() ? host.load(0) : bean("SystemLoadAverage");
    }

    private Reading bean(String attribute) {
        Reading read =
                Beans.number(context.connection().beans(), Beans.OPERATING_SYSTEM, attribute);
        return read instanceof Reading.Known(double value) && value < 0
                ? Reading.unavailable("the target does not know it")
                : read;
    }

    Reading memory(ToDoubleFunction<HostReader.Memory> field) {
        return host.memory()
                .map(memory -> Reading.of(rounded(field.applyAsDouble(memory))))
                .orElseGet(SystemSkill::remoteOnly);
    }

    Reading fullestDisk() {
        return host.disks()
                .map(
                        disks ->
                                disks.stream()
                                        .max(Comparator.comparingDouble(HostReader.Disk::usedPct))
                                        .map(disk -> Reading.of(rounded(disk.usedPct())))
                                        .orElseGet(
                                                () ->
                                                        Reading.unavailable(
                                                                "no local file system found")))
                .orElseGet(SystemSkill::remoteOnly);
    }

    Reading throttled() {
        return throttled.get();
    }

    Data cpu() {
        return Data.fields()
                .put("processors", context.connection().info().processors())
                .put("host_load_1m", load1().toData())
                .put("host_load_5m", host.load(1).toData())
                .put("host_load_15m", host.load(2).toData())
                .put("host_cpu_pct", Beans.hostCpuPct(context.connection().beans()).toData())
                .put("process_cpu_pct", Beans.percent(bean("ProcessCpuLoad")).toData())
                .put("container_processors", number(container.processors()))
                .put("container_throttled_pct", throttled().toData())
                .build();
    }

    private static Data number(OptionalDouble value) {
        return value.isPresent() ? Data.of(rounded(value.getAsDouble())) : Data.NOTHING;
    }

    Data memoryInfo() {
        Optional<HostReader.Memory> memory = host.memory();
        return Data.fields()
                .put("host_total_mb", field(memory, HostReader.Memory::totalMb))
                .put("host_available_mb", field(memory, HostReader.Memory::availableMb))
                .put("host_used_pct", field(memory, HostReader.Memory::usedPct))
                .put("swap_total_mb", field(memory, HostReader.Memory::swapTotalMb))
                .put("swap_used_mb", field(memory, HostReader.Memory::swapUsedMb))
                .put("container_limit_mb", number(container.memoryLimitMb()))
                .put("container_used_mb", number(container.memoryUsedMb()))
                .put("jvm_sees_total_mb", seen("TotalMemorySize"))
                .put("jvm_sees_free_mb", seen("FreeMemorySize"))
                .build();
    }

    /// What the JVM takes for the machine's memory: its container's where it knows of one.
    private Data seen(String attribute) {
        return switch (bean(attribute)) {
            case Reading.Known(double bytes) -> Data.of(rounded(Beans.megabytes(bytes)));
            case Reading.Unavailable why -> why.toData();
        };
    }

    private static Data field(
            Optional<HostReader.Memory> memory, ToDoubleFunction<HostReader.Memory> field) {
        return memory.map(one -> Data.of(rounded(field.applyAsDouble(one))))
                .orElseGet(() -> SystemSkill.remoteOnly().toData());
    }

    Data disks() {
        List<Data> items =
                host.disks().orElse(List.of()).stream()
                        .sorted(Comparator.comparingDouble(HostReader.Disk::usedPct).reversed())
                        .map(
                                disk ->
                                        (Data)
                                                Data.fields()
                                                        .put("mount", disk.mount())
                                                        .put("type", disk.type())
                                                        .put("total_mb", rounded(disk.totalMb()))
                                                        .put("usable_mb", rounded(disk.usableMb()))
                                                        .put("used_pct", rounded(disk.usedPct()))
                                                        .build())
                        .toList();
        return Page.of(items, Page.MAX_LIMIT)
                .fields()
                .put("note", host.disks().isPresent() ? "" : "only on the same host")
                .build();
    }

    Data containerInfo() {
        OptionalDouble processors = container.processors();
        OptionalDouble memory = container.memoryLimitMb();
        return Data.fields()
                .put("limited", processors.isPresent() || memory.isPresent())
                .put("group", container.group().map(ControlGroup::name).orElse(""))
                .put("processors", number(processors))
                .put("memory_limit_mb", number(memory))
                .put("memory_used_mb", number(container.memoryUsedMb()))
                .put("throttled_pct", throttled().toData())
                .put("oom_score", container.oomScore().toData())
                .build();
    }
}
