package io.hotlens.skills.builtin.system;

import io.hotlens.skills.builtin.Beans;
import io.hotlens.skills.metric.Reading;
import io.hotlens.skills.sampling.Recent;
import io.hotlens.skills.skill.SkillContext;

import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The machine that a local target runs on, by OSHI; nothing for a remote one.
final class HostReader {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final boolean sameHost;
    private final Recent<SystemInfo> system;
    private final Recent<Memory> memory;
    private final Recent<List<Disk>> disks;
    private final Recent<double[]> load;

    /// Memory of the host; `available` counts what the page cache can give back.
    record Memory(double totalMb, double availableMb, double swapTotalMb, double swapUsedMb) {

        double usedPct() {
            return (totalMb - availableMb) / totalMb * 100;
        }

        double swapUsedPct() {
            return swapTotalMb == 0 ? 0 : swapUsedMb / swapTotalMb * 100;
        }
    }

    /// One mounted file system.
    record Disk(String mount, String type, double totalMb, double usableMb) {

        double usedPct() {
            return totalMb <= 0 ? 0 : (totalMb - usableMb) / totalMb * 100;
        }
    }

    HostReader(SkillContext context) {
        sameHost = context.connection().info().sameHost();
        system = new Recent<>(Duration.ofDays(365), context.clock(), SystemInfo::new);
        memory = new Recent<>(Duration.ofSeconds(1), context.clock(), this::readMemory);
        disks = new Recent<>(Duration.ofSeconds(30), context.clock(), this::readDisks);
        load =
                new Recent<>(
                        SLOW,
                        context.clock(),
                        () -> system.get().getHardware().getProcessor().getSystemLoadAverage(3));
    }

    private Memory readMemory() {
        GlobalMemory global = system.get().getHardware().getMemory();
        return new Memory(
                Beans.megabytes(global.getTotal()),
                Beans.megabytes(global.getAvailable()),
                Beans.megabytes(global.getVirtualMemory().getSwapTotal()),
                Beans.megabytes(global.getVirtualMemory().getSwapUsed()));
    }

    private List<Disk> readDisks() {
        return system.get().getOperatingSystem().getFileSystem().getFileStores(true).stream()
                .filter(store -> store.getTotalSpace() > 0)
                .map(
                        store ->
                                new Disk(
                                        store.getMount(),
                                        store.getType(),
                                        Beans.megabytes(store.getTotalSpace()),
                                        Beans.megabytes(store.getUsableSpace())))
                .toList();
    }

    Optional<Memory> memory() {
        return sameHost ? Optional.of(memory.get()) : Optional.empty();
    }

    Optional<List<Disk>> disks() {
        return sameHost ? Optional.of(disks.get()) : Optional.empty();
    }

    /// The load average over 1, 5 or 15 minutes.
    ///
    /// @param index 0, 1 or 2
    Reading load(int index) {
        if (!sameHost) {
            return Reading.unavailable("a remote JVM tells only the load over one minute");
        }
        double value = load.get()[index];
        return value < 0
                ? Reading.unavailable("this operating system has no load average")
                : Reading.of(value);
    }
}
